// @ts-check
import { now, Ticks } from "../clock.js";
import { Part, html, nothing } from "../element.js";
import { Refused, ask, change } from "../graphql.js";
import { icon } from "../icons.js";
import { follow } from "../live.js";
import { Network } from "../network.js";
import { span } from "../time-words.js";
import { CREDITS } from "../words.js";
import { errorBox, offlineNote, skeleton } from "./messages.js";
import { absTime } from "./times.js";
import { say } from "./toast.js";
import { doing } from "./verb-dialog.js";

const FIELDS = `reference title body receivedAt status creditPreference creditName contactKept
  nextPromise { name dueAt overdue } messages { id from body at }`;
const READ = `query($reference: String) { reporterView(reference: $reference) { ${FIELDS} } serverTime }`;

/** What the status means to whoever reported it. @type {Record<string, string>} */
const MEANINGS = {
  REPORTED: "It came in. Nobody decided yet whether it is a vulnerability.",
  VALID: "It is a vulnerability. The team decides how to go on.",
  ACCEPTED: "It is a vulnerability, and the team works on a fix.",
  DEFERRED: "It is a vulnerability that the team will not work on now.",
  INVALID: "The team found that it is no vulnerability of ours.",
  CLOSED: "The matter is closed.",
};

/** A report as its reporter sees it: by their secret link, or by their account. */
class ReporterReport extends Part {
  static properties = { reference: {}, secret: {}, report: { state: true }, failure: { state: true }, body: { state: true }, sending: { state: true } };

  constructor() {
    super();
    this.network = new Network(this);
    /** @type {string | null} */
    this.reference = null;
    this.secret = "";
    /** @type {any} */
    this.report = null;
    /** @type {unknown} */
    this.failure = null;
    this.body = "";
    this.sending = false;
    new Ticks(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.following = follow(() => this.load());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.following?.stop();
  }

  instants() {
    return [this.report?.nextPromise?.dueAt ?? null];
  }

  passed() {
    this.following?.again();
  }

  /** @returns {Record<string, string>} */
  headers() {
    return this.secret ? { Authorization: `Bearer ${this.secret}` } : {};
  }

  /** What names the report: the link alone, or its reference. */
  named() {
    return this.secret ? {} : { reference: this.reference };
  }

  async load() {
    try {
      this.report = (await ask(READ, this.named(), this.headers())).reporterView;
      this.failure = null;
    } catch (failure) {
      // What was read before stays; its age is told above the page.
      this.failure = this.report ? null : failure;
      throw failure;
    }
  }

  /** @param {Event} event */
  async send(event) {
    event.preventDefault();
    if (this.body.trim() === "") {
      return;
    }
    this.sending = true;
    try {
      this.report = await change("answerTeam", { ...this.named(), body: this.body.trim() }, FIELDS, { headers: this.headers() });
      this.body = "";
      this.failure = null;
      say("Sent to the team.");
    } catch (failure) {
      this.failure = failure;
    }
    this.sending = false;
  }

  async credit() {
    const { creditPreference, creditName } = this.report;
    await this.done(
      doing({
        mutation: "chooseCredit",
        title: "How you want to be named",
        button: "Keep it so",
        done: "Kept.",
        answer: FIELDS,
        fixed: this.named(),
        headers: this.headers(),
        fields: [
          { name: "creditPreference", label: "In the advisory", type: "choice", required: true, options: CREDITS, value: creditPreference },
          { name: "creditName", label: "Name to give", type: "text", most: 300, value: creditName ?? "", hint: "Kept only if you are named." },
        ],
      }),
    );
  }

  async erase() {
    await this.done(
      doing({
        mutation: "eraseContact",
        title: "Erase your name and address",
        intro: "The report and what you wrote stay. What is erased cannot be had back.",
        button: "Erase them",
        done: "Erased.",
        dangerous: true,
        answer: FIELDS,
        fixed: this.named(),
        headers: this.headers(),
      }),
    );
  }

  /** @param {Promise<any>} doing */
  async done(doing) {
    this.report = (await doing) ?? this.report;
  }

  render() {
    const report = this.report;
    if (!report) {
      return this.failure ? this.notThere() : skeleton("Your report is on its way");
    }
    return html`<h1>${report.title ?? "Your report"}</h1>
      <p class="lead-in"><span class="mono">${report.reference}</span>, received ${absTime(report.receivedAt)}</p>
      ${this.promise(report.nextPromise)}
      <section class="card padded stacked" aria-labelledby="stands">
        <h2 id="stands">Where it stands</h2>
        <p>${MEANINGS[report.status]}</p>
      </section>
      ${this.talk(report)} ${this.yours(report)}`;
  }

  notThere() {
    const refused = this.failure instanceof Refused && this.failure.seconds === 0;
    return refused
      ? html`<h1>No report here, or the link is not whole.</h1>
          <p class="lead-in">Open the whole link, with what follows the #. The team can make you a new one.</p>`
      : html`<h1>Your report</h1>${errorBox(this.failure, "It could not be read.")}`;
  }

  /** @param {any} promise */
  promise(promise) {
    if (!promise) {
      return html`<section class="card padded stacked"><h2>Nothing is promised at the moment.</h2></section>`;
    }
    const left = Date.parse(promise.dueAt) - now();
    const look = promise.overdue ? "late" : "running";
    return html`<section class="card padded stacked promise" aria-labelledby="promise">
      <h2 id="promise">What happens next</h2>
      <p class="big s-${look}">${icon(look)}${promise.overdue ? `Late by ${span(left)}` : left <= 0 ? "Due now" : `Within ${span(left)}`}</p>
      <p><b>${promise.name}</b>, by ${absTime(promise.dueAt)}</p>
    </section>`;
  }

  /** @param {any} report */
  talk(report) {
    return html`<section class="card padded stacked" aria-labelledby="messages">
      <h2 id="messages">Messages</h2>
      ${report.messages.length === 0 ? html`<p class="quiet">None yet.</p>` : nothing}
      <ul class="talk">
        ${report.messages.map(
          (/** @type {any} */ each) =>
            html`<li class=${each.from === "REPORTER" ? "ours" : ""}>
              <small><b>${each.from === "REPORTER" ? "You" : "The team"}</b>, ${absTime(each.at)}</small><span class="q">${each.body}</span>
            </li>`,
        )}
      </ul>
      <form class="answer" @submit=${this.send}>
        <p class="field">
          <label for="answer">Write to the team</label>
          <textarea id="answer" rows="4" maxlength="50000" .value=${this.body} @input=${(/** @type {any} */ event) => (this.body = event.target.value)}></textarea>
        </p>
        ${offlineNote(this.network.off)} ${errorBox(this.failure, "Something did not work. Your text is still here.")}
        <div class="acts"><button class="btn pri" ?disabled=${this.sending || this.network.off}>Send it</button></div>
      </form>
    </section>`;
  }

  /** @param {any} report */
  yours(report) {
    return html`<section class="card padded stacked" aria-labelledby="yours">
      <h2 id="yours">What you sent</h2>
      <span class="q">${report.body}</span>
      <dl class="kv">
        <dt>Credit</dt><dd>${CREDITS[report.creditPreference]}${report.creditName ? `: ${report.creditName}` : ""}</dd>
        <dt>Your name and address</dt><dd>${report.contactKept ? "Kept, for the team alone" : "Not kept"}</dd>
      </dl>
      <div class="acts">
        <button class="btn" @click=${() => this.credit()}>How you are named…</button>
        ${report.contactKept ? html`<button class="btn" @click=${() => this.erase()}>Erase name and address…</button>` : nothing}
      </div>
    </section>`;
  }
}

customElements.define("reporter-report", ReporterReport);
