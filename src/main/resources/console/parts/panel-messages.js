// @ts-check
import { Part, html, nothing } from "../element.js";
import { change } from "../graphql.js";
import { INCIDENT } from "../incident-fields.js";
import { whoIsHere } from "../session.js";
import { AUDIENCES } from "../words.js";
import { errorBox } from "./messages.js";
import { absTime } from "./times.js";
import { say } from "./toast.js";

/** Notes of the team, and what it and reporter or vendors wrote to each other; each says who reads it. */
class MessagesPanel extends Part {
  static properties = {
    incident: { attribute: false },
    took: { attribute: false },
    body: { state: true },
    audience: { state: true },
    failure: { state: true },
    sending: { state: true },
  };

  constructor() {
    super();
    /** @type {any} */
    this.incident = null;
    /** @type {(incident: any) => void} */
    this.took = () => {};
    this.body = "";
    this.audience = "TEAM";
    /** @type {unknown} */
    this.failure = null;
    this.sending = false;
  }

  /** @param {Event} event */
  async send(event) {
    event.preventDefault();
    if (this.body.trim() === "" || this.sending) {
      return;
    }
    this.sending = true;
    this.failure = null;
    try {
      const input = { reference: this.incident.reference, body: this.body.trim(), audience: this.audience };
      this.took(await change("addNote", input, INCIDENT));
      this.body = "";
      say(this.audience === "TEAM" ? "Note added." : "Sent.");
    } catch (failure) {
      this.failure = failure;
    }
    this.sending = false;
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.querySelector("form")?.requestSubmit();
    }
  }

  render() {
    const notes = this.incident.notes;
    return html`<div class="panel">
        ${notes.length === 0
          ? html`<p class="quiet">Nothing was written yet.</p>`
          : html`<ul class="talk">
              ${notes.map((/** @type {any} */ each) => this.note(each))}
            </ul>`}
      </div>
      <form class="say" @submit=${this.send}>
        <label for="note-body"><b>Write something</b></label>
        <textarea id="note-body" maxlength="50000" .value=${this.body} @keydown=${this.onKey}
          @input=${(/** @type {any} */ event) => (this.body = event.target.value)}></textarea>
        <div class="line">
          <label for="note-audience">Who reads it</label>
          <select id="note-audience" @change=${(/** @type {any} */ event) => (this.audience = event.target.value)}>
            ${Object.entries(AUDIENCES).map(([key, name]) => html`<option value=${key} ?selected=${this.audience === key}>${name}</option>`)}
          </select>
          <button class="btn pri" ?disabled=${this.sending}>${this.audience === "TEAM" ? "Add the note" : "Send it"}</button>
        </div>
        ${this.audience === "TEAM" ? nothing : html`<p class="box soon">This leaves the team: ${AUDIENCES[this.audience].toLowerCase()} will read it.</p>`}
        ${errorBox(this.failure, "It was not sent. Your text is still here.")}
      </form>`;
  }

  /** @param {any} note */
  note(note) {
    const who = note.writtenBy?.name ?? (note.writtenAs === "REPORTER" ? "The reporter" : "Somebody");
    const mine = note.writtenBy?.handle === whoIsHere()?.handle;
    return html`<li class=${mine ? "ours" : ""}>
      <small><b>${who}</b>, ${absTime(note.writtenAt)} · ${AUDIENCES[note.audience]}</small>
      <span class="q">${note.body}</span>
    </li>`;
  }
}

customElements.define("messages-panel", MessagesPanel);
