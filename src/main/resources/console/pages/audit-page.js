// @ts-check
import { html, nothing } from "../element.js";
import { ask } from "../graphql.js";
import { saveAs } from "../files.js";
import { icon } from "../icons.js";
import { field } from "../parts/field.js";
import { ListPage } from "../parts/list-page.js";
import { emptyState } from "../parts/messages.js";
import { absTime } from "../parts/times.js";
import { doing } from "../parts/verb-dialog.js";
import { shownZone } from "../preferences.js";
import { rename } from "../router.js";
import { whoIsHere } from "../session.js";
import { instantOf, wallTime } from "../time-words.js";

/** @type {Record<string, string>} */
const AUDIT_ACTIONS = { READ: "Read", CHANGE: "Changed", ACCOUNT: "Changed who may come in" };

/** @type {Record<string, string>} */
const MEANS = {
  SESSION: "by a browser",
  TOKEN: "by a token",
  PROVIDER: "by the identity provider",
  LINK: "by a reporter's link",
  CALENDAR: "by a calendar address",
  NAME: "by name alone",
};

const HEAD_FIELDS = "position signedAt keyId hash line";
const HEAD = `{ auditHead { ${HEAD_FIELDS} } }`;

/** @type {import("../parts/field.js").Field[]} */
const FIELDS = [
  { name: "actor", label: "By (handle)", type: "text", most: 63 },
  { name: "operation", label: "Operation", type: "text", most: 100 },
  { name: "reference", label: "Incident", type: "text", most: 20 },
  { name: "from", label: "From", type: "instant" },
  { name: "before", label: "Before", type: "instant" },
];

/** Who read and changed what, for auditors; its signed head for administrators too. */
class AuditPage extends ListPage {
  static properties = { ...ListPage.properties, head: { state: true }, values: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.head = null;
    /** What is written in the form. @type {Record<string, string>} */
    this.values = {};
    /** What is asked for. @type {Record<string, unknown>} */
    this.asked = {};
    this.readAddress();
  }

  /** Also when somebody goes back to another address of the page. */
  willUpdate(/** @type {Map<string, unknown>} */ changed) {
    if (changed.has("params") && this.hasUpdated && location.search !== addressOf(this.asked).search) {
      this.readAddress();
      this.narrowed();
    }
  }

  /** The address has instants as the API takes them, so that it means the same in every zone. */
  readAddress() {
    const query = new URLSearchParams(location.search);
    this.values = {};
    this.asked = {};
    for (const { name, type } of FIELDS) {
      const value = query.get(name) ?? "";
      const isInstant = type === "instant";
      if (value !== "" && !(isInstant && Number.isNaN(Date.parse(value)))) {
        this.asked[name] = value;
        this.values[name] = isInstant ? wallTime(value, shownZone()) : value;
      }
    }
  }

  /** @returns {[string, string]} */
  list() {
    return ["auditLog", "id at action operation actor via subject references position hash"];
  }

  filter() {
    return { type: "AuditFilter", value: this.asked };
  }

  async load() {
    if (readsRows()) {
      await super.load();
    }
    this.head = (await ask(HEAD)).auditHead;
  }

  /** @param {Event} event */
  narrow(event) {
    event.preventDefault();
    this.asked = {};
    for (const each of FIELDS) {
      const value = (this.values[each.name] ?? "").trim();
      if (value !== "") {
        this.asked[each.name] = each.type === "instant" ? instantOf(value, shownZone()) : value;
      }
    }
    this.show();
  }

  clear() {
    this.values = {};
    this.asked = {};
    this.show();
  }

  show() {
    const { pathname, search } = addressOf(this.asked);
    rename(pathname + search);
    this.narrowed();
  }

  async seal() {
    const sealed = await doing({
      mutation: "exportAuditHead",
      title: "Seal the log and sign its head",
      intro: "Every row written up to now is sealed. The signed head comes as a file: keep it where nobody who can change the log can change it.",
      button: "Seal and export it",
      done: "Sealed.",
      bare: true,
      once: true,
      answer: HEAD_FIELDS,
    });
    if (sealed) {
      saveAs(`cordon-audit-head-${sealed.position}.txt`, `${sealed.line}\n`);
      this.following?.again();
    }
  }

  render() {
    return html`<div class="lede">
        <div><h1>Audit log</h1><p>${readsRows() ? "Who read and changed what, the newest first. Content is not in it." : "Its rows are for auditors. You may seal it and take its head away."}</p></div>
        <button class="btn" @click=${() => this.seal()}>${icon("lock")}Seal and export the head…</button>
      </div>
      ${this.sealed()} ${readsRows() ? this.rows() : nothing}`;
  }

  rows() {
    return html`<form class="narrowing" @submit=${this.narrow} aria-label="Narrow it down">
        ${FIELDS.map((each) => field(each, this.values[each.name] ?? "", (value) => (this.values = { ...this.values, [each.name]: value }), "audit"))}
        <button class="btn">Show these</button>
      </form>
      ${this.listed((nodes) => (nodes.length === 0 ? this.nothingHere() : this.table(nodes)))}`;
  }

  sealed() {
    const { head } = this;
    return head
      ? html`<details class="explain"><summary>Sealed up to row ${head.position}, signed ${absTime(head.signedAt)}</summary>
          <p class="quiet">Keep this line somewhere else; audit-verify checks the log against it.</p><code class="once">${head.line}</code></details>`
      : nothing;
  }

  nothingHere() {
    return Object.keys(this.asked).length > 0
      ? emptyState("No row is like that.", html`<button class="btn" @click=${() => this.clear()}>Clear filters</button>`)
      : emptyState("Nothing was done yet.");
  }

  /** @param {any[]} nodes */
  table(nodes) {
    return html`<div class="card table-wrap stacked" tabindex="0" role="region" aria-label="Rows of the audit log"><table class="wide">
      <thead><tr><th>When</th><th>Who</th><th>What</th><th>Incidents</th><th>Row</th></tr></thead>
      <tbody>${nodes.map((each) => this.row(each))}</tbody>
    </table></div>`;
  }

  /** @param {any} entry */
  row(entry) {
    return html`<tr>
      <td>${absTime(entry.at)}</td>
      <td><span class="mono">${entry.actor ?? "nobody"}</span>${entry.via ? html`<br /><span class="quiet">${MEANS[entry.via]}</span>` : nothing}</td>
      <td>${AUDIT_ACTIONS[entry.action]}: <span class="mono">${entry.operation}</span>${entry.subject ? html`<br /><span class="quiet">about ${entry.subject}</span>` : nothing}</td>
      <td class="mono">${this.references(entry.references)}</td>
      <td>${entry.position === null ? "not sealed yet" : html`<span title=${entry.hash}>${entry.position}</span>`}</td>
    </tr>`;
  }

  /** @param {string[]} references */
  references(references) {
    const first = references.slice(0, 3).join(" ");
    return references.length > 3
      ? html`${first}<details><summary>${references.length - 3} more</summary>${references.slice(3).join(" ")}</details>`
      : first;
  }
}

/** Administrators run it and do not read it. */
function readsRows() {
  return whoIsHere()?.role === "AUDITOR";
}

/** @param {Record<string, unknown>} asked */
function addressOf(asked) {
  const address = new URL("/console/audit", location.origin);
  Object.entries(asked).forEach(([name, value]) => address.searchParams.set(name, String(value)));
  return address;
}

customElements.define("audit-page", AuditPage);
