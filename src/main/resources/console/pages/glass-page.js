// @ts-check
import { Part, html, nothing } from "../element.js";
import { ask } from "../graphql.js";
import { icon } from "../icons.js";
import { accounts } from "../known-people.js";
import { follow } from "../live.js";
import { emptyState, errorBox, skeleton } from "../parts/messages.js";
import { absTime } from "../parts/times.js";
import { doing } from "../parts/verb-dialog.js";
import { whoIsHere } from "../session.js";

const GLASS = "id reference reason askedAt expiresAt askedBy { handle name } person { handle name } confirmedBy { name }";
const READ = `{ glassBreaks { ${GLASS} } serverTime }`;

/** How two administrators let somebody into an incident that nobody can open any more. */
class GlassPage extends Part {
  static properties = { asked: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** What waits for a second person. @type {any[] | null} */
    this.asked = null;
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
      this.asked = (await ask(READ)).glassBreaks;
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
      throw failure;
    }
  }

  /** @param {any} verb */
  async act(verb) {
    if (await doing({ once: true, answer: GLASS, ...verb })) {
      this.following?.again();
    }
  }

  /** The API says of an incident that somebody can open what it says of one that does not exist. */
  begin() {
    return this.act({
      mutation: "askToBreakGlass",
      title: "Let somebody into an incident",
      intro: "Only where nobody can open it any more. Another person has to confirm it within 24 hours. Everybody on the incident reads who did it and why.",
      button: "Ask for a second person",
      done: "Asked. It waits for a second person.",
      fields: [
        { name: "reference", label: "Reference of the incident", type: "text", required: true, most: 20, hint: "Such as INC-7Q2M4K." },
        { name: "person", label: "Who is to be let in", type: "text", required: true, most: 63, choose: teamAccounts, hint: "Handle of a committee member or responder. You may not confirm what lets you in." },
        { name: "reason", label: "Why", type: "text", required: true, most: 300, hint: "It stands on the timeline." },
      ],
    });
  }

  /** @param {any} asked */
  confirm(asked) {
    return this.act({
      mutation: "confirmBreakGlass",
      title: `Let ${asked.person.name} into ${asked.reference}`,
      intro: `${asked.askedBy.name} asks for it: ${asked.reason}`,
      button: "Break the glass",
      done: `${asked.person.name} is let in.`,
      dangerous: true,
      fixed: { id: asked.id },
    });
  }

  render() {
    return html`<div class="lede">
        <div>
          <h1>Break glass</h1>
          <p>For an incident that nobody can open any more: two people let a third one in.</p>
        </div>
        <button class="btn pri" @click=${() => this.begin()}>${icon("key")}Let somebody in…</button>
      </div>
      ${this.asked === null ? (this.failure ? errorBox(this.failure, "It could not be read.") : skeleton()) : this.list(this.asked)}`;
  }

  /** @param {any[]} asked */
  list(asked) {
    return asked.length === 0
      ? emptyState("Nobody waits to be let in.")
      : html`<ul class="card padded list-lines">${asked.map((each) => this.one(each))}</ul>`;
  }

  /** @param {any} asked */
  one(asked) {
    const me = whoIsHere()?.handle;
    return html`<li>
      <span class="grow">
        <b>${asked.person.name}</b> into <span class="mono">${asked.reference}</span>
        <span class="quiet">asked for by ${asked.askedBy.name}, ${absTime(asked.askedAt)}</span>
        <span class="q">${asked.reason}</span>
      </span>
      <span>until ${absTime(asked.expiresAt)}</span>
      ${asked.askedBy.handle === me
        ? html`<span class="quiet">Somebody else has to confirm it.</span>`
        : asked.person.handle === me
          ? nothing
          : html`<button class="btn" @click=${() => this.confirm(asked)}>Confirm…<span class="sr"> ${asked.person.name} into ${asked.reference}</span></button>`}
    </li>`;
  }
}

function teamAccounts() {
  return accounts((each) => each.role === "COMMITTEE" || each.role === "RESPONDER");
}

customElements.define("glass-page", GlassPage);
