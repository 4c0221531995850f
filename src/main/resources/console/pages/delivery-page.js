// @ts-check
import { Part, html, nothing } from "../element.js";
import { ask } from "../graphql.js";
import { icon } from "../icons.js";
import { accounts } from "../known-people.js";
import { follow } from "../live.js";
import { NOTICE_CHANNELS, NOTICE_KINDS } from "../notice-words.js";
import "../parts/last-sweep.js";
import { errorBox, skeleton } from "../parts/messages.js";
import { absTime } from "../parts/times.js";
import { doing } from "../parts/verb-dialog.js";
import { inSentence, plural } from "../words.js";

const TARGET = "id name host channel kinds person createdAt rotatedAt formerKeyUntil disabledAt";
const PARKED = "id kind audience channel target happenedAt parkedAt tries failure";
const READ = `{ webhookTargets { ${TARGET} } parkedNotices { ${PARKED} } serverTime }`;

const { WEBHOOK, SLACK } = NOTICE_CHANNELS;

/** Where webhooks go, and what could not be delivered: for administrators, who see no content. */
class DeliveryPage extends Part {
  static properties = { targets: { state: true }, parked: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.targets = null;
    /** @type {any[]} */
    this.parked = [];
    /** @type {unknown} */
    this.failure = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.following = follow(() => this.load());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.following?.stop();
  }

  async load() {
    try {
      const data = await ask(READ);
      this.targets = data.webhookTargets;
      this.parked = data.parkedNotices;
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
      throw failure;
    }
  }

  /** @param {any} verb */
  async act(verb) {
    if (await doing({ once: true, answer: TARGET, ...verb })) {
      this.following?.again();
    }
  }

  create() {
    return this.act({
      mutation: "createWebhookTarget",
      title: "A target for webhooks",
      button: "Make the target",
      done: "Made.",
      answer: `key target { ${TARGET} }`,
      show: keyOnce,
      fields: [
        { name: "name", label: "What it is called", type: "text", required: true, most: 100 },
        { name: "channel", label: "How it is told", type: "choice", required: true, options: { WEBHOOK, SLACK }, value: "WEBHOOK" },
        { name: "url", label: "Address", type: "url", required: true, most: 2000, hint: "https only. It is not shown again." },
        { name: "person", label: "Handle of whom it belongs to", type: "text", most: 63, choose: () => accounts((each) => !each.machine), hint: "They are told by it what they would be told by mail. If empty, it is told what concerns the team." },
        { name: "kinds", label: "What it is told", type: "several", options: NOTICE_KINDS, hint: "Everything if none is chosen." },
      ],
    });
  }

  /** @param {any} target */
  rotate(target) {
    return this.act({
      mutation: "rotateWebhookKey",
      title: `Another key for ${target.name}`,
      intro: "For 24 hours the one before signs along.",
      button: "Make the key",
      done: "Made.",
      answer: `key target { ${TARGET} }`,
      show: keyOnce,
      fixed: { id: target.id },
    });
  }

  /** @param {any} target */
  disable(target) {
    return this.act({
      mutation: "disableWebhookTarget",
      title: `Tell ${target.name} nothing more`,
      intro: "It stays in this list and cannot be enabled again.",
      button: "Disable it",
      done: "It is told nothing more.",
      dangerous: true,
      fixed: { id: target.id },
    });
  }

  /** @param {any} notice */
  retry(notice) {
    return this.act({
      mutation: "retryNotice",
      title: "Try again",
      intro: "It gets eight new tries. Put right first what stopped it.",
      button: "Queue it again",
      done: "Queued again.",
      answer: PARKED,
      fixed: { id: notice.id },
    });
  }

  render() {
    return html`<div class="lede">
        <div><h1>${this.headline()}</h1><p>Notices go by mail and to webhooks, eight tries each. What they say is not shown here.</p></div>
        <button class="btn pri" @click=${() => this.create()}>${icon("plus")}Add a target</button>
      </div>
      ${this.targets === null ? (this.failure ? errorBox(this.failure, "Targets could not be read.") : skeleton()) : html`<div class="stack">${this.parkedCard()} ${this.targetsCard(this.targets)}<last-sweep></last-sweep></div>`}`;
  }

  headline() {
    const count = this.parked.length;
    if (this.targets === null) {
      return "Delivery";
    }
    return count === 0 ? "Everything was delivered." : `${count} ${plural(count, "notice")} could not be delivered.`;
  }

  parkedCard() {
    return this.parked.length === 0
      ? nothing
      : html`<section class="card padded" aria-labelledby="parked">
          <h2 id="parked">Parked</h2>
          <ul class="list-lines">${this.parked.map((each) => this.notice(each))}</ul>
        </section>`;
  }

  /** @param {any} notice */
  notice(notice) {
    return html`<li>
      <span class="grow"><b>${NOTICE_KINDS[notice.kind] ?? notice.kind}</b>
        <span class="quiet">to ${notice.target ?? audience(notice.audience)} by ${inSentence(NOTICE_CHANNELS[notice.channel] ?? notice.channel)}, happened ${absTime(notice.happenedAt)}</span><br />
        <span class="quiet">Last try ${absTime(notice.parkedAt)} after ${notice.tries} tries: </span><span class="mono">${notice.failure}</span></span>
      <button class="btn" @click=${() => this.retry(notice)}>Try again…</button>
    </li>`;
  }

  /** @param {any[]} targets */
  targetsCard(targets) {
    return html`<section class="card padded" aria-labelledby="targets">
      <h2 id="targets">Webhook targets</h2>
      ${targets.length === 0 ? html`<p class="quiet">None yet.</p>` : html`<ul class="list-lines">${targets.map((each) => this.target(each))}</ul>`}
    </section>`;
  }

  /** @param {any} target */
  target(target) {
    const name = html`<span class="sr"> ${target.name}</span>`;
    return html`<li>
      <span class="grow"><b>${target.name}</b> <span class="mono">${target.host}</span>
        <span class="quiet">${NOTICE_CHANNELS[target.channel]}, ${target.person ? `for ${target.person}` : "for the team"}, since ${absTime(target.createdAt)}${target.rotatedAt ? html`, key of ${absTime(target.rotatedAt)}` : nothing}</span>
        <br /><span class="quiet">Told: ${told(target.kinds)}</span></span>
      ${target.disabledAt
        ? html`<span class="pill">disabled since ${absTime(target.disabledAt)}</span>`
        : html`${target.channel === "WEBHOOK" ? html`<button class="btn quiet" @click=${() => this.rotate(target)}>New key…${name}</button>` : nothing}
            <button class="btn quiet" @click=${() => this.disable(target)}>Disable…${name}</button>`}
    </li>`;
  }
}

/** @param {string[]} kinds */
function told(kinds) {
  return kinds.length === 0 ? "everything" : kinds.map((each) => inSentence(NOTICE_KINDS[each] ?? each)).join("; ");
}

/** @param {string} name as the API calls it */
function audience(name) {
  return name === "TEAM" ? "the team" : `${/^[aeiou]/i.test(name) ? "an" : "a"} ${name.toLowerCase()}`;
}

/** @param {any} answer */
function keyOnce(answer) {
  return answer.target.channel === "SLACK"
    ? html`<p>It is told from now on.</p>`
    : html`<p>Webhooks to it are signed with this key (Standard Webhooks). It is shown this once:</p><code class="once">${answer.key}</code>`;
}

customElements.define("delivery-page", DeliveryPage);
