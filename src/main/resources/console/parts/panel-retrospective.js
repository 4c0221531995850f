// @ts-check
import { Part, html, nothing } from "../element.js";
import { sentenceInWords } from "../event-words.js";
import { saveAs } from "../files.js";
import { ask } from "../graphql.js";
import { icon } from "../icons.js";
import { ALL_FACTS, MILESTONE_STATES, SEVERITIES, WAITING, inSentence } from "../words.js";
import { errorBox, skeleton } from "./messages.js";
import { absTime } from "./times.js";
import { say } from "./toast.js";

const READ = `query($reference: String!) { incidentReport(reference: $reference) {
  at markdown openQuestions reportedAt releasedAt disclosedAt closedAt severity
  milestones { key policy name state dueAt stoppedAt marginInWords }
  breaches { name breachedAt metLateAt explanation withdrawn withdrawnReason }
  facts { kind occurredAt recordedAt note }
  scores { at overallScore severity vector }
  waits { on since until note } } serverTime }`;

/** The draft of a retrospective: what was recorded, without names, to read here or to finish as Markdown. */
class RetrospectivePanel extends Part {
  static properties = { incident: { attribute: false }, report: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.incident = null;
    /** @type {any} */
    this.report = null;
    /** @type {unknown} */
    this.failure = null;
    this.readAt = "";
  }

  updated() {
    const at = `${this.incident.reference} ${this.incident.version} ${this.incident.timeline.nodes.at(-1)?.sequence}`;
    if (at !== this.readAt) {
      this.readAt = at;
      this.load(at);
    }
  }

  /** @param {string} at what it is read at; an answer that comes after a newer one was asked for is late */
  async load(at) {
    try {
      const { incidentReport } = await ask(READ, { reference: this.incident.reference });
      if (at === this.readAt) {
        this.report = incidentReport;
        this.failure = null;
      }
    } catch (failure) {
      this.failure = failure;
    }
  }

  again() {
    this.failure = null;
    this.load(this.readAt);
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.report.markdown);
      say("Copied as Markdown.");
    } catch {
      say("The browser does not let it be copied. Download it instead.");
    }
  }

  download() {
    saveAs(`${this.incident.reference}-retrospective.md`, this.report.markdown, "text/markdown");
    say("Downloaded as Markdown.");
  }

  render() {
    const report = this.report;
    if (!report) {
      return html`<div class="panel">${this.failure ? this.failed() : skeleton("The draft is on its way")}</div>`;
    }
    return html`<div class="panel">
      ${this.failure ? this.failed() : nothing}
      <section>
        <h3>Draft of the retrospective</h3>
        <p class="lead-in">What was recorded, as of ${absTime(report.at)}, without names. Finish it where your team writes; holding it is a fact to record.</p>
        <div class="acts">
          <button class="btn pri" @click=${() => this.copy()}>${icon("note")}Copy as Markdown</button>
          <button class="btn" @click=${() => this.download()}>Download as Markdown</button>
        </div>
      </section>
      ${questions(report.openQuestions)} ${when(report)} ${deadlines(report.milestones)} ${missed(report.breaches)} ${happened(report.facts)}
      ${severity(report.scores)} ${waited(report.waits)}
    </div>`;
  }

  failed() {
    return html`${errorBox(this.failure, "The draft could not be read.")}
      <p class="acts"><button class="btn" @click=${() => this.again()}>Try again</button></p>`;
  }
}

/** @param {string[]} questions */
function questions(questions) {
  return html`<section>
    <h3>What the record leaves unsaid</h3>
    ${questions.length === 0 ? html`<p class="quiet">Nothing.</p>` : html`<ul class="dots">${questions.map((each) => html`<li>${withShownTimes(each)}</li>`)}</ul>`}
  </section>`;
}

/** The draft has its times in UTC, without saying so each time. @param {string} text */
function withShownTimes(text) {
  return sentenceInWords(text.replace(/(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)/g, "$1T$2Z"));
}

/** @param {any} report */
function when(report) {
  const line = (/** @type {string} */ name, /** @type {string | null} */ at) => html`<dt>${name}</dt><dd>${at ? absTime(at) : "Not yet"}</dd>`;
  return html`<section>
    <h3>In short</h3>
    <dl class="kv">
      ${line("Reported", report.reportedAt)} ${line("Fix out", report.releasedAt)} ${line("Public", report.disclosedAt)} ${line("Closed", report.closedAt)}
      <dt>Severity</dt><dd>${report.severity ? SEVERITIES[report.severity] : "Not scored"}</dd>
    </dl>
  </section>`;
}

/** @param {any[]} milestones */
function deadlines(milestones) {
  return html`<section>
    <h3 id="kept">How deadlines were kept</h3>
    <div class="table-wrap" role="region" aria-labelledby="kept" tabindex="0">
      <table>
        <thead><tr><th scope="col">Deadline</th><th scope="col">State</th><th scope="col">Due</th><th scope="col">Met</th></tr></thead>
        <tbody>
          ${milestones.map(
            (each) => html`<tr>
              <th scope="row">${each.name}</th>
              <td>${MILESTONE_STATES[each.state]}${each.marginInWords ? html`, <span class="quiet">${each.marginInWords}</span>` : nothing}</td>
              <td>${each.dueAt ? absTime(each.dueAt) : html`<span class="quiet">No due time</span>`}</td>
              <td>${each.stoppedAt ? absTime(each.stoppedAt) : html`<span class="quiet">Not met</span>`}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** @param {any[]} breaches */
function missed(breaches) {
  return breaches.length === 0
    ? nothing
    : html`<section>
        <h3>What was missed</h3>
        <ul class="list-lines">
          ${breaches.map(
            (each) => html`<li><span class="grow"><b>${each.name}</b> <span class="quiet">due ${absTime(each.breachedAt)}.
              ${each.withdrawn ? "Withdrawn by a correction." : each.metLateAt ? html`Met late, ${absTime(each.metLateAt)}.` : "Not met yet."}</span>
              <span class="q">${each.withdrawnReason ?? each.explanation ?? "Nobody said why yet."}</span></span></li>`,
          )}
        </ul>
      </section>`;
}

/** @param {any[]} facts */
function happened(facts) {
  return html`<section>
    <h3>What happened</h3>
    <ul class="list-lines">
      ${facts.map(
        (each) => html`<li><span class="grow"><b>${ALL_FACTS[each.kind]}</b> <span class="quiet">${absTime(each.occurredAt)}${each.recordedAt ? html`, recorded ${absTime(each.recordedAt)}` : nothing}</span>
          ${each.note ? html`<span class="q">${each.note}</span>` : nothing}</span></li>`,
      )}
    </ul>
  </section>`;
}

/** @param {any[]} scores */
function severity(scores) {
  return scores.length === 0
    ? nothing
    : html`<section>
        <h3>How the severity came about</h3>
        <ul class="list-lines">
          ${scores.map((each) => html`<li><b>${Number(each.overallScore).toFixed(1)} ${SEVERITIES[each.severity]}</b><span class="grow"><code>${each.vector}</code></span><span class="quiet">${absTime(each.at)}</span></li>`)}
        </ul>
      </section>`;
}

/** @param {any[]} waits */
function waited(waits) {
  return waits.length === 0
    ? nothing
    : html`<section>
        <h3>When it waited</h3>
        <ul class="list-lines">
          ${waits.map((each) => html`<li><span class="grow">For ${inSentence(WAITING[each.on])} <span class="quiet">from ${absTime(each.since)} ${each.until ? html`until ${absTime(each.until)}` : "on"}</span>
            ${each.note ? html`<span class="q">${each.note}</span>` : nothing}</span></li>`)}
        </ul>
      </section>`;
}

customElements.define("retrospective-panel", RetrospectivePanel);
