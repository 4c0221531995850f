// @ts-check
import { Part, html, nothing } from "../element.js";
import { ask } from "../graphql.js";
import { accounts } from "../known-people.js";
import { NOTICE_CHANNELS } from "../notice-words.js";
import { errorBox } from "../parts/messages.js";
import { absTime } from "../parts/times.js";
import { doing } from "../parts/verb-dialog.js";
import { homeZone, prefer, preferences } from "../preferences.js";
import { isOnTeam, whoIsHere } from "../session.js";
import { wallTime } from "../time-words.js";
import { now } from "../clock.js";

const TOKEN = "id name person scopes createdAt expiresAt lastUsedAt revokedAt";
const SESSION = "id beganAt seenAt expiresAt current";
const CHANNELS = "channels mailAddress changedAt";
const CALENDAR = "address createdAt";
const READ = `{ tokens { ${TOKEN} } sessions { ${SESSION} } channels { ${CHANNELS} } calendarAddress { createdAt } serverTime }`;
const DAY = 86_400_000;

/** @type {Record<string, string>} */
const THEMES = { system: "As the system has it", light: "Light", dark: "Dark" };

/** What somebody likes, and the ways into their account. */
class SettingsPage extends Part {
  static properties = { tokens: { state: true }, channels: { state: true }, calendar: { state: true }, sessions: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {any[]} */
    this.tokens = [];
    /** @type {any[]} */
    this.sessions = [];
    /** @type {any} */
    this.channels = null;
    /** @type {any} */
    this.calendar = null;
    /** @type {unknown} */
    this.failure = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    try {
      const data = await ask(READ);
      this.tokens = data.tokens;
      this.sessions = data.sessions;
      this.channels = data.channels;
      this.calendar = data.calendarAddress;
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
  }

  /** @param {any} verb */
  async act(verb) {
    if ((await doing({ once: true, ...verb })) !== null) {
      this.load();
    }
  }

  password() {
    return this.act({
      mutation: "changePassword",
      title: "Change your password",
      intro: "Your other sessions end.",
      button: "Change it",
      done: "Changed.",
      answer: "",
      fields: [
        { name: "current", label: "Your password now", type: "password", required: true, autocomplete: "current-password" },
        { name: "next", label: "The new one", type: "password", required: true, autocomplete: "new-password", hint: "12 characters or more, 72 bytes at most." },
      ],
    });
  }

  token() {
    const isAdministrator = whoIsHere()?.role === "ADMINISTRATOR";
    return this.act({
      mutation: "createToken",
      title: "A token for a script",
      intro: "It acts as you, within what it may do. What it records never stops a clock.",
      button: "Make the token",
      done: "Made.",
      answer: `secret token { ${TOKEN} }`,
      show: (/** @type {any} */ answer) => html`<p>The script sends this as <code>Authorization: Bearer</code>. It is shown this once:</p><code class="once">${answer.secret}</code>`,
      fields: [
        { name: "name", label: "What it is for", type: "text", required: true, most: 100 },
        { name: "scopes", label: "What it may do", type: "lines", required: true, value: "READ", hint: "One a line: READ, CHANGE, REPORT." },
        { name: "expiresAt", label: "When it ends", type: "instant", required: true, value: wallTime(new Date(now() + 90 * DAY).toISOString(), homeZone()), hint: "Within 365 days." },
        ...(isAdministrator ? [{ name: "person", label: "Handle of the machine it is for", type: "text", choose: () => accounts((each) => each.machine), hint: "For yourself if left empty." }] : []),
      ],
    });
  }

  /** @param {any} now what was chosen before */
  choose(now) {
    return this.act({
      mutation: "chooseChannels",
      title: "How you are told",
      intro: "Of what concerns you and happens while you are away. Notices name the incident by its reference alone.",
      button: "Tell me so",
      done: "Chosen.",
      answer: CHANNELS,
      fields: [
        { name: "channels", label: "By which", type: "several", options: NOTICE_CHANNELS, value: now.channels.join("\n"), always: true, hint: "None to be told nothing. An administrator makes webhooks that are yours." },
        { name: "mailAddress", label: "Mail address", type: "text", most: 254, value: now.mailAddress ?? "", always: true, autocomplete: "email" },
      ],
    });
  }

  subscribe() {
    return this.act({
      mutation: "createCalendarAddress",
      title: "A calendar address",
      intro: this.calendar ? "The one before ends. Whoever has the address sees your deadlines, by reference." : "Whoever has the address sees your deadlines, by reference.",
      button: "Make the address",
      done: "Made.",
      bare: true,
      answer: CALENDAR,
      show: (/** @type {any} */ answer) => html`<p>Subscribe to this in your calendar. It is shown this once:</p><code class="once">${answer.address}</code>`,
    });
  }

  unsubscribe() {
    return this.act({
      mutation: "revokeCalendarAddress",
      title: "End your calendar address",
      intro: "Calendars that subscribed to it get nothing more.",
      button: "End it",
      done: "Ended.",
      bare: true,
      dangerous: true,
      answer: "",
    });
  }

  render() {
    return html`<h1>Settings</h1>
      ${errorBox(this.failure, "Tokens and sessions could not be read.")}
      <div class="settings">${this.likes()} ${this.account()} ${this.channelsCard()} ${this.calendarCard()} ${this.tokensCard()} ${this.sessionsCard()}</div>`;
  }

  likes() {
    const { theme, zone, keys } = preferences();
    return html`<section class="card padded" aria-labelledby="likes">
      <h2 id="likes">In this browser</h2>
      <p class="field">
        <label for="theme">Theme</label>
        <select id="theme" @change=${(/** @type {any} */ event) => prefer({ theme: event.target.value })}>
          ${Object.entries(THEMES).map(([key, name]) => html`<option value=${key} ?selected=${theme === key}>${name}</option>`)}
        </select>
      </p>
      <p class="field">
        <label for="zone">Time zone</label>
        <select id="zone" aria-describedby="zone-hint" @change=${(/** @type {any} */ event) => prefer({ zone: event.target.value })}>
          <option value="" ?selected=${zone === ""}>As this computer has it</option>
          ${Intl.supportedValuesOf("timeZone").map((each) => html`<option value=${each} ?selected=${zone === each}>${each}</option>`)}
        </select>
        <span class="hint" id="zone-hint">Times are shown in it, and in UTC beside it.</span>
      </p>
      <p class="field check">
        <input type="checkbox" id="keys" .checked=${keys} @change=${(/** @type {any} */ event) => prefer({ keys: event.target.checked })} />
        <label for="keys">Single keys work while a list has the focus</label>
      </p>
    </section>`;
  }

  channelsCard() {
    const { channels } = this;
    if (!channels) {
      return nothing;
    }
    const by = channels.channels.map((/** @type {string} */ each) => NOTICE_CHANNELS[each]).join(", ");
    return html`<section class="card padded" aria-labelledby="channels">
      <h2 id="channels">How you are told</h2>
      <p>${by || (channels.changedAt ? "By nothing: you are told nothing." : "You have not chosen yet, and are told nothing.")}</p>
      ${channels.mailAddress ? html`<p class="quiet">Mail goes to <span class="mono">${channels.mailAddress}</span></p>` : nothing}
      <div class="acts"><button class="btn" @click=${() => this.choose(channels)}>Choose how…</button></div>
    </section>`;
  }

  /** Only the team has deadlines. */
  calendarCard() {
    if (!isOnTeam(whoIsHere())) {
      return nothing;
    }
    return html`<section class="card padded" aria-labelledby="calendar">
      <h2 id="calendar">Deadlines in your calendar</h2>
      <p>${this.calendar ? html`You have an address since ${absTime(this.calendar.createdAt)}. It is not shown again.` : "An address that calendars subscribe to. It has no titles in it."}</p>
      <div class="acts">
        <button class="btn" @click=${() => this.subscribe()}>${this.calendar ? "Make another address…" : "Make an address…"}</button>
        ${this.calendar ? html`<button class="btn quiet" @click=${() => this.unsubscribe()}>End it…<span class="sr"> your calendar address</span></button>` : nothing}
      </div>
    </section>`;
  }

  account() {
    const me = whoIsHere();
    return html`<section class="card padded" aria-labelledby="account">
      <h2 id="account">Your account</h2>
      <p>${me?.name} <span class="mono">${me?.handle}</span></p>
      <div class="acts"><button class="btn" @click=${() => this.password()}>Change your password…</button></div>
    </section>`;
  }

  tokensCard() {
    return html`<section class="card padded" aria-labelledby="tokens">
      <h2 id="tokens">Tokens for scripts</h2>
      ${this.tokens.length === 0 ? html`<p class="quiet">None.</p>` : html`<ul class="list-lines">${this.tokens.map((each) => this.tokenLine(each))}</ul>`}
      <div class="acts"><button class="btn" @click=${() => this.token()}>Make a token…</button></div>
    </section>`;
  }

  /** @param {any} token */
  tokenLine(token) {
    const over = token.revokedAt ? html`revoked ${absTime(token.revokedAt)}` : html`until ${absTime(token.expiresAt)}`;
    const verb = { mutation: "revokeToken", title: `Revoke “${token.name}”`, intro: "It stops working at once.", button: "Revoke it", done: "Revoked.", dangerous: true, answer: TOKEN, fixed: { id: token.id } };
    return html`<li>
      <span class="grow"><b>${token.name}</b> <span class="quiet">${token.scopes.join(", ")}, ${over}${token.lastUsedAt ? html`, last used ${absTime(token.lastUsedAt)}` : ", never used"}</span></span>
      ${token.revokedAt ? nothing : html`<button class="btn quiet" @click=${() => this.act(verb)}>Revoke…<span class="sr"> ${token.name}</span></button>`}
    </li>`;
  }

  sessionsCard() {
    return html`<section class="card padded" aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <ul class="list-lines">${this.sessions.map((each) => this.sessionLine(each))}</ul>
    </section>`;
  }

  /** @param {any} session */
  sessionLine(session) {
    const verb = { mutation: "endSession", title: "End this session", intro: "Whoever uses it must sign in again.", button: "End it", done: "Ended.", dangerous: true, answer: SESSION, fixed: { id: session.id } };
    return html`<li>
      <span class="grow">Since ${absTime(session.beganAt)} <span class="quiet">last used ${absTime(session.seenAt)}</span></span>
      ${session.current ? html`<span class="pill">this one</span>` : html`<button class="btn quiet" @click=${() => this.act(verb)}>End it…</button>`}
    </li>`;
  }
}

customElements.define("settings-page", SettingsPage);
