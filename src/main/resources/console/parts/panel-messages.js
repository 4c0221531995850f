// @ts-check
import { Part, html, nothing } from "../element.js";
import { change } from "../graphql.js";
import { INCIDENT } from "../incident-fields.js";
import { Network } from "../network.js";
import { onSession, whoIsHere } from "../session.js";
import { listed } from "../words.js";
import { field } from "./field.js";
import { errorBox, offlineNote } from "./messages.js";
import { absTime } from "./times.js";
import { say } from "./toast.js";

/** @typedef {"TEAM" | "REPORTER" | "VENDORS"} Talk one for each audience; what is written for one never comes to another */

/** @type {Record<Talk, {name: string, label: string, button: string, done: string, none: string}>} */
const TALKS = {
  TEAM: { name: "Team", label: "Write something", button: "Add the note", done: "Note added.", none: "Nothing was written yet." },
  REPORTER: { name: "Reporter", label: "Write to the reporter", button: "Send to the reporter", done: "Sent to the reporter.", none: "Nothing was written to each other yet." },
  VENDORS: { name: "Vendors", label: "Write to vendors", button: "Send to vendors", done: "Sent to vendors.", none: "Nothing was written to each other yet." },
};

/** What was written and not sent, until the page is left or somebody else is here. @type {Map<string, string>} */
const drafts = new Map();

let owner = whoIsHere()?.handle;

onSession("change", () => {
  const here = whoIsHere()?.handle;
  if (here !== owner) {
    drafts.clear();
    owner = here;
  }
});

/** What the team writes to itself, and what it and people outside write to each other: one talk for each audience. */
class MessagesPanel extends Part {
  static properties = {
    incident: { attribute: false },
    took: { attribute: false },
    talk: { state: true },
    toVendor: { state: true },
    waits: { state: true },
    failure: { state: true },
    sending: { state: true },
  };

  constructor() {
    super();
    this.network = new Network(this);
    /** @type {any} */
    this.incident = null;
    /** @type {(incident: any) => void} */
    this.took = () => {};
    /** @type {Talk} */
    this.talk = "TEAM";
    this.toVendor = "";
    this.waits = false;
    /** @type {unknown} */
    this.failure = null;
    this.sending = false;
    /** A link may name the talk. */
    this.onAddress = () => {
      const named = /** @type {Talk} */ (location.hash.slice(1).toUpperCase());
      if (named in TALKS) {
        this.choose(named);
      }
    };
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener("hashchange", this.onAddress);
    this.onAddress();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.onAddress);
  }

  /** The talks there can be: without a reporter or a notified vendor there is nobody to write to. @returns {Talk[]} */
  talks() {
    const there = (/** @type {Talk} */ talk) => this.notesOf(talk).length > 0;
    /** @type {Record<Talk, boolean>} */
    const can = { TEAM: true, REPORTER: this.mayWrite("REPORTER") || there("REPORTER"), VENDORS: this.mayWrite("VENDORS") || there("VENDORS") };
    return /** @type {Talk[]} */ (Object.keys(TALKS)).filter((talk) => can[talk]);
  }

  /** Whether there is somebody to read it. @param {Talk} talk */
  mayWrite(talk) {
    const { report, vendorReceipts } = this.incident;
    return talk === "TEAM" || (talk === "REPORTER" ? report !== null : vendorReceipts.length > 0);
  }

  /** @param {Talk} talk */
  notesOf(talk) {
    return this.incident.notes.filter((/** @type {any} */ each) => each.audience === talk);
  }

  draftKey() {
    return `${this.incident.reference} ${this.talk}`;
  }

  get body() {
    return drafts.get(this.draftKey()) ?? "";
  }

  /** @param {string} text */
  keep(text) {
    drafts.set(this.draftKey(), text);
    this.requestUpdate();
  }

  /** @param {Talk} talk */
  choose(talk) {
    this.talk = talk;
    this.failure = null;
  }

  /** @param {Event} event */
  async send(event) {
    event.preventDefault();
    const body = this.body.trim();
    if (body === "" || this.sending || this.network.off) {
      return;
    }
    const [key, done] = [this.draftKey(), TALKS[this.talk].done];
    this.sending = true;
    this.failure = null;
    try {
      this.took(await this.write({ reference: this.incident.reference, body }));
      drafts.delete(key);
      this.waits = false;
      say(done);
    } catch (failure) {
      this.failure = failure;
    }
    this.sending = false;
  }

  /** @param {{reference: string, body: string}} input */
  write(input) {
    if (this.talk === "REPORTER") {
      return change("respondToReporter", { ...input, waitForAnswer: this.waits }, INCIDENT);
    }
    return this.talk === "VENDORS" && this.toVendor
      ? change("respondToVendor", { ...input, person: this.toVendor }, INCIDENT)
      : change("addNote", { ...input, audience: this.talk }, INCIDENT);
  }

  render() {
    const talks = this.talks();
    const notes = this.notesOf(this.talk);
    return html`<div class="panel">
        <div class="seg talks" role="group" aria-label="With whom">
          ${talks.map(
            (each) => html`<button aria-pressed=${this.talk === each} @click=${() => this.choose(each)}>${TALKS[each].name} <span class="n">${this.notesOf(each).length}</span></button>`,
          )}
        </div>
        ${notes.length === 0
          ? html`<p class="quiet below">${TALKS[this.talk].none}</p>`
          : html`<ul class="talk">${notes.map((/** @type {any} */ each) => this.note(each))}</ul>`}
      </div>
      ${this.mayWrite(this.talk) ? this.form() : nothing}`;
  }

  form() {
    const words = TALKS[this.talk];
    return html`<form class="say" @submit=${this.send}>
      ${this.talk === "VENDORS" ? this.recipient() : nothing}
      <label for="note-body"><b>${words.label}</b></label>
      <textarea id="note-body" maxlength="50000" .value=${this.body}
        @input=${(/** @type {any} */ event) => this.keep(event.target.value)}></textarea>
      ${this.talk === "REPORTER"
        ? field({ name: "waits", label: "Wait for an answer", type: "check", hint: "Clocks whose rule says so pause meanwhile." }, String(this.waits), (value) => (this.waits = value === "true"), "note")
        : nothing}
      <div class="line">
        <button class="btn pri" ?disabled=${this.sending || this.network.off}>${this.talk === "VENDORS" && this.toVendor ? "Send to this vendor" : words.button}</button>
        <span class="readers ${this.talk === "TEAM" ? "" : "outside"}" aria-live="polite">${this.readers()}</span>
      </div>
      ${offlineNote(this.network.off)} ${errorBox(this.failure, "It was not sent. Your text is still here.")}
    </form>`;
  }

  /** Who will read what is sent now. */
  readers() {
    if (this.talk === "TEAM") {
      return "The team alone will see it.";
    }
    if (this.talk === "REPORTER") {
      return "This leaves the team: the reporter will see it, no vendor will.";
    }
    const { vendorReceipts } = this.incident;
    if (!this.toVendor) {
      return `This leaves the team: ${listed(vendorReceipts.map((/** @type {any} */ each) => each.vendor))} will see it.`;
    }
    const one = vendorReceipts.find((/** @type {any} */ each) => this.isTo(each));
    return one ? `This leaves the team: ${one.vendor} will see it, no other vendor will.` : "Whom you chose is no longer notified. Choose anew.";
  }

  /** Whether the vendor of a receipt is the one that is written to alone. @param {any} receipt */
  isTo(receipt) {
    return receipt.contacts.some((/** @type {any} */ each) => each.handle === this.toVendor);
  }

  recipient() {
    const receipts = this.incident.vendorReceipts.filter((/** @type {any} */ each) => each.contacts.length > 0);
    return html`<p class="line">
      <label for="note-vendor"><b>To</b></label>
      <select id="note-vendor" @change=${(/** @type {any} */ event) => (this.toVendor = event.target.value)}>
        <option value="" .selected=${this.toVendor === ""}>Every notified vendor</option>
        ${receipts.map((/** @type {any} */ each) => html`<option value=${each.contacts[0].handle} .selected=${this.isTo(each)}>${each.vendor} alone</option>`)}
      </select>
    </p>`;
  }

  /** @param {any} note */
  note(note) {
    const who = note.writtenBy?.name ?? (note.writtenAs === "REPORTER" ? "The reporter" : "Somebody");
    const side = note.writtenAs === "TEAM" ? (this.talk === "TEAM" ? "" : ", for the team") : note.writtenAs === "VENDOR" ? ", for a vendor" : "";
    const isOurs = this.talk === "TEAM" ? note.writtenBy?.handle === whoIsHere()?.handle : note.writtenAs === "TEAM";
    return html`<li class=${isOurs ? "ours" : ""}>
      <small><b>${who}</b>${side}, ${absTime(note.writtenAt)}${this.toWhom(note)}</small>
      <span class="q">${note.body}</span>
    </li>`;
  }

  /** To which vendors something went: the timeline has who was told of it at that time. @param {any} note */
  toWhom(note) {
    if (this.talk !== "VENDORS" || note.writtenAs !== "TEAM") {
      return nothing;
    }
    const told = this.incident.timeline.nodes
      .filter((/** @type {any} */ event) => event.at === note.writtenAt && event.kind === "VENDOR_TOLD")
      .map((/** @type {any} */ event) => /wrote to (.+)$/.exec(event.summary)?.[1] ?? "");
    return told.length > 0 ? ` · To ${listed(told)} alone` : nothing;
  }
}

customElements.define("messages-panel", MessagesPanel);
