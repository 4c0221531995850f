// @ts-check
import { Part, html, nothing } from "../element.js";
import { Refused, ask, change } from "../graphql.js";
import { Network } from "../network.js";
import { field } from "../parts/field.js";
import { errorBox, offlineNote } from "../parts/messages.js";
import { absTime } from "../parts/times.js";
import { shownZone } from "../preferences.js";
import { isOnTeam, whoIsHere } from "../session.js";
import { instantOf } from "../time-words.js";
import { CHANNELS, CREDITS } from "../words.js";

/** What is asked, in parts: a reporter need not know how to write a report. @type {import("../parts/field.js").Field[]} */
const PARTS = [
  { name: "what", label: "What did you find?", type: "area", required: true, most: 20000, hint: "In your words. Text and links only." },
  { name: "where", label: "Where: which component, which versions?", type: "area", most: 5000 },
  { name: "how", label: "How can it be reproduced?", type: "area", most: 15000 },
  { name: "impact", label: "What could somebody do with it?", type: "area", most: 5000 },
  { name: "known", label: "Is it public or exploited already?", type: "area", most: 2000, hint: "Where, and since when, if you know." },
];

const HEADINGS = { where: "Where", how: "How to reproduce", impact: "Impact", known: "Public or exploited" };

/** What was written and not sent, until the page is left: another page and back costs nothing. @type {Record<string, string> | null} */
let draft = null;

/** Reports a vulnerability: for anybody, and for the team to record one that came another way. Nothing is stored here. */
class ReportPage extends Part {
  static properties = {
    params: { attribute: false },
    values: { state: true },
    failure: { state: true },
    sending: { state: true },
    receipt: { state: true },
    answerBy: { state: true },
  };

  constructor() {
    super();
    this.network = new Network(this);
    /** @type {Record<string, string>} */
    this.values = draft ?? { creditPreference: "UNDECIDED", channel: "MAIL", policy: "" };
    /** @type {unknown} */
    this.failure = null;
    this.sending = false;
    /** @type {any} */
    this.receipt = null;
    /** @type {string | null} */
    this.answerBy = null;
    /** @type {Record<string, string>} */
    this.policies = {};
    this.onLeave = (/** @type {BeforeUnloadEvent} */ event) => this.values.what && !this.receipt && event.preventDefault();
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener("beforeunload", this.onLeave);
    if (isOnTeam(whoIsHere())) {
      this.readPolicies();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    draft = this.receipt ? null : this.values;
    removeEventListener("beforeunload", this.onLeave);
  }

  async readPolicies() {
    const { policies } = await ask("{ policies { id title default } }");
    this.policies = Object.fromEntries(policies.map((/** @type {any} */ each) => [each.id, each.title]));
    this.set("policy", policies.find((/** @type {any} */ each) => each.default)?.id ?? "");
  }

  /** @param {string} name @param {string} value */
  set(name, value) {
    this.values = { ...this.values, [name]: value };
  }

  /** The parts as one text. */
  body() {
    const rest = Object.entries(HEADINGS)
      .filter(([name]) => this.values[name]?.trim())
      .map(([name, heading]) => `${heading}\n${this.values[name].trim()}`);
    return [this.values.what.trim(), ...rest].join("\n\n");
  }

  input() {
    const given = (/** @type {string} */ name) => this.values[name]?.trim() || null;
    const common = {
      title: given("title"),
      body: this.body(),
      reporterName: given("reporterName"),
      reporterAddress: given("reporterAddress"),
      creditPreference: this.values.creditPreference,
    };
    return isOnTeam(whoIsHere())
      ? {
          ...common,
          channel: this.values.channel,
          policy: given("policy"),
          receivedAt: this.values.receivedAt ? instantOf(this.values.receivedAt, shownZone()) : null,
        }
      : common;
  }

  /** @param {Event} event */
  async send(event) {
    event.preventDefault();
    this.sending = true;
    this.failure = null;
    try {
      this.receipt = await change("reportVulnerability", this.input(), "reference link");
      this.learnPromise();
      scrollTo(0, 0);
    } catch (failure) {
      this.failure = failure;
    }
    this.sending = false;
  }

  /** Until when the reporter hears from a person. */
  async learnPromise() {
    const secret = secretOf(this.receipt.link);
    if (secret) {
      const data = await ask("{ reporterView { nextPromise { name dueAt } } serverTime }", {}, { Authorization: `Bearer ${secret}` });
      this.answerBy = data.reporterView.nextPromise?.dueAt ?? null;
    }
  }

  /** @param {import("../parts/field.js").Field} spec */
  fieldOf(spec) {
    return field(spec, this.values[spec.name] ?? "", (value) => this.set(spec.name, value), "report");
  }

  render() {
    return html`<section class="page-narrow">${this.receipt ? this.thanks() : this.form()}</section>`;
  }

  form() {
    const onTeam = isOnTeam(whoIsHere());
    return html`<h1>${onTeam ? "Record a report" : "Report a vulnerability"}</h1>
      <p class="lead-in">
        ${onTeam
          ? "For a report that came by mail or another way. Its clocks start when it reached the programme."
          : "In private. No account is needed; you get a link to come back by. Nothing of it is kept in this browser."}
      </p>
      <form class="card padded" @submit=${this.send}>
        ${this.fieldOf({ name: "title", label: "In one line", type: "text", most: 300 })}
        ${PARTS.map((each) => this.fieldOf(each))}
        ${onTeam ? this.arrival() : nothing}
        ${this.fieldOf({ name: "reporterName", label: onTeam ? "Name of the reporter" : "Your name", type: "text", most: 300, autocomplete: onTeam ? "off" : "name" })}
        ${this.fieldOf({ name: "reporterAddress", label: onTeam ? "Where the reporter is reached" : "How to reach you", type: "text", most: 300, hint: onTeam ? undefined : "A mail address, for instance. Without it, your link is the only way to you. You can have both erased later." })}
        ${this.fieldOf({ name: "creditPreference", label: onTeam ? "How they want to be named" : "How do you want to be named when it is published?", type: "choice", required: true, options: CREDITS })}
        ${offlineNote(this.network.off)} ${errorBox(this.failure, this.failure instanceof Refused ? "The report was not sent. Your text is still here." : "The report may not have arrived. Your text is still here: send it again, it counts once.")}
        <div class="acts"><button class="btn pri" ?disabled=${this.sending || this.network.off}>${this.sending ? "Sending…" : onTeam ? "Record the report" : "Send the report"}</button></div>
      </form>`;
  }

  arrival() {
    return html`${this.fieldOf({ name: "channel", label: "How it came in", type: "choice", required: true, options: CHANNELS })}
      ${this.fieldOf({ name: "receivedAt", label: "When it reached the programme", type: "instant", hint: "Now if left empty." })}
      ${Object.keys(this.policies).length > 0
        ? this.fieldOf({ name: "policy", label: "Policy it follows", type: "choice", required: true, options: this.policies })
        : nothing}`;
  }

  thanks() {
    const { reference, link } = this.receipt;
    const onTeam = isOnTeam(whoIsHere());
    return html`<h1>${onTeam ? "The report is recorded." : "Thank you. Your report has arrived."}</h1>
      <div class="card padded">
        <p>Its number is <b class="mono">${reference}</b>.</p>
        ${this.answerBy ? html`<p class="box met">You will hear from a person by ${absTime(this.answerBy)}.</p>` : nothing}
        ${link
          ? html`<p><b>${onTeam ? "Give the reporter this link." : "Keep this link."}</b> It is shown this once. Whoever has it can read the report, see where it stands, and answer.</p>
              <code class="once">${link}</code>
              <div class="acts">
                <button class="btn" @click=${() => navigator.clipboard.writeText(link)}>Copy the link</button>
                ${onTeam ? nothing : html`<a class="btn pri" href=${link}>Open it</a>`}
              </div>`
          : nothing}
        ${onTeam ? html`<p class="acts"><a class="btn pri" href="/console/incidents/${reference}">Open the incident</a></p>` : nothing}
      </div>`;
  }
}

/** @param {string | null} link */
function secretOf(link) {
  return link?.split("#")[1] ?? "";
}

customElements.define("report-page", ReportPage);
