// @ts-check
import { html, nothing } from "../element.js";
import { ask } from "../graphql.js";
import { icon } from "../icons.js";
import { ListPage } from "../parts/list-page.js";
import { emptyState, noIncident } from "../parts/messages.js";
import { bars } from "../parts/sev-mark.js";
import { absTime } from "../parts/times.js";
import { doing } from "../parts/verb-dialog.js";
import { SEVERITIES, VENDOR_ANSWERS } from "../words.js";

const FIELDS = `reference title notifiedAt acknowledgedAt answer answeredAt overallScore severity vector cve cwes components
  fixedVersions termsDue organisation affected { component introduced fixed lastAffected } messages { id from body at }`;

const TERMS = "version text acceptedAt";

/** What a vendor was notified of: nothing else of an incident is theirs to see, and no content before the embargo terms. */
class NoticesPage extends ListPage {
  static properties = { ...ListPage.properties, terms: { state: true } };

  constructor() {
    super();
    /** @type {{version: string, text: string, acceptedAt: string | null} | null} */
    this.terms = null;
  }

  async load() {
    await super.load();
    this.terms = (await ask(`{ embargoTerms { ${TERMS} } }`)).embargoTerms;
  }

  async accept() {
    const verb = {
      mutation: "acceptEmbargoTerms",
      title: "Accept the embargo terms",
      intro: "For your organisation, and for every notice to it.",
      button: "We accept them",
      done: "Accepted.",
      answer: TERMS,
      fixed: { version: this.terms?.version },
    };
    if (await doing(verb)) {
      await this.following?.again();
    }
  }

  /** @param {any[]} nodes what they were notified of */
  termsCard(nodes) {
    const { terms } = this;
    if (!terms || !nodes.some((each) => each.termsDue)) {
      return nothing;
    }
    return html`<section class="card padded stacked" aria-labelledby="terms">
      <h2 id="terms">Before you read: the embargo terms</h2>
      <p class="terms" tabindex="0" role="region" aria-label="The terms">${terms.text}</p>
      <div class="acts"><button class="btn pri" @click=${() => this.accept()}>Accept the terms…</button></div>
    </section>`;
  }

  /** @returns {[string, string]} */
  list() {
    return ["vendorNotices", FIELDS];
  }

  /** @param {any} notice @param {any} verb */
  async act(notice, verb) {
    const answer = await doing({ answer: FIELDS, ...verb, fixed: { reference: notice.reference } });
    if (answer) {
      this.replace(answer);
    }
  }

  render() {
    const { reference } = this.params;
    return this.listed((nodes) => {
      if (!reference) {
        return html`<h1>Notices to you</h1>
          <p class="lead-in">What you see here is under embargo until it is published. Share it with nobody else.</p>
          ${this.termsCard(nodes)}
          ${nodes.length === 0 ? emptyState("You were not notified of anything.") : html`<ul class="card padded list-lines stacked">${nodes.map((each) => this.line(each))}</ul>`}`;
      }
      const notice = nodes.find((each) => each.reference === reference);
      return notice ? this.notice(notice) : noIncident();
    });
  }

  /** @param {any} notice */
  line(notice) {
    return html`<li>
      <span class="grow"><a href="/console/notices/${notice.reference}"><b>${titleOf(notice)}</b></a>
        <span class="quiet"><span class="mono">${notice.reference}</span> · notified ${absTime(notice.notifiedAt)}</span></span>
      <span>${notice.answer ? VENDOR_ANSWERS[notice.answer] : notice.acknowledgedAt ? "Read, not answered" : html`<b>Not read yet</b>`}</span>
    </li>`;
  }

  /** @param {any} notice */
  notice(notice) {
    const verb = { mutation: "answerNotice", title: "Your product", button: "Answer", done: "Answered.", fields: [
      { name: "answer", label: "Does it have the vulnerability?", type: "choice", required: true, options: VENDOR_ANSWERS, value: notice.answer ?? "" },
      { name: "message", label: "Something to tell the team", type: "area" },
    ] };
    if (notice.termsDue) {
      return html`<section class="page-narrow">
        ${crumb()}
        <h1>${titleOf(notice)}</h1>
        <p class="lead-in"><span class="mono">${notice.reference}</span>, notified ${absTime(notice.notifiedAt)}. Its content is shown once your organisation accepts the embargo terms.</p>
        ${this.termsCard([notice])}
      </section>`;
    }
    return html`<section class="page-narrow">
      ${crumb()}
      <h1>${titleOf(notice)}</h1>
      <p class="lead-in"><span class="mono">${notice.reference}</span>, notified ${absTime(notice.notifiedAt)}${notice.organisation ? ` as ${notice.organisation}` : ""}. Under embargo.</p>
      <div class="acts">
        ${notice.acknowledgedAt ? nothing : html`<button class="btn pri" @click=${() => this.act(notice, { mutation: "acknowledgeNotice", title: "Say that you read it", button: "I read it", done: "The team knows." })}>I read it…</button>`}
        <button class="btn" @click=${() => this.act(notice, verb)}>${notice.answer ? "Answer anew…" : "Answer…"}</button>
      </div>
      <div class="card padded">
        <dl class="kv">
          <dt>Your answer</dt><dd>${notice.answer ? html`${VENDOR_ANSWERS[notice.answer]}, ${absTime(notice.answeredAt)}` : "None yet"}</dd>
          <dt>Severity</dt>
          <dd>${notice.severity ? html`${Number(notice.overallScore).toFixed(1)} ${SEVERITIES[notice.severity]} <span class="sev inline">${bars(notice.severity)}</span> <code>${notice.vector}</code>` : "Not scored yet"}</dd>
          <dt>CVE</dt><dd>${notice.cve ?? "None yet"}</dd>
          <dt>Components</dt><dd>${notice.components.join(", ") || "Not said"}</dd>
          <dt>Affected</dt><dd>${notice.affected.map((/** @type {any} */ each) => html`${each.component} ${each.introduced ?? ""} ${each.fixed ? `before ${each.fixed}` : each.lastAffected ? `up to ${each.lastAffected}` : ""}<br />`)}</dd>
          <dt>Fixed in</dt><dd>${notice.fixedVersions.join(", ") || "Not said"}</dd>
        </dl>
      </div>
      <div class="card padded">
        <h2>Messages</h2>
        <ul class="talk">
          ${notice.messages.map((/** @type {any} */ each) => html`<li class=${each.from === "VENDOR" ? "ours" : ""}><small><b>${each.from === "VENDOR" ? "You" : "The team"}</b>, ${absTime(each.at)}</small><span class="q">${each.body}</span></li>`)}
        </ul>
        ${notice.messages.length === 0 ? html`<p class="quiet">None yet.</p>` : nothing}
      </div>
    </section>`;
  }
}

function crumb() {
  return html`<nav class="crumb" aria-label="Where this is"><a href="/console/notices">${icon("back")}Notices</a></nav>`;
}

/** @param {any} notice */
function titleOf(notice) {
  return notice.title ?? (notice.termsDue ? "A notice under embargo" : "Not described yet");
}

customElements.define("notices-page", NoticesPage);
