// @ts-check
import { now, Ticks } from "../clock.js";
import { offer } from "../commands.js";
import { lookOf, nextOf, stateInWords } from "../deadlines.js";
import { Part, html, nothing } from "../element.js";
import { since } from "../event-words.js";
import { Refused, ask } from "../graphql.js";
import { icon } from "../icons.js";
import { INCIDENT } from "../incident-fields.js";
import { follow } from "../live.js";
import { audienceCard } from "../parts/audience-card.js";
import "../parts/clock-bar.js";
import { incidentHead } from "../parts/incident-head.js";
import "../parts/incident-tabs.js";
import { errorBox, noIncident, skeleton } from "../parts/messages.js";
import { nextCard } from "../parts/next-card.js";
import { severityCard } from "../parts/severity-card.js";
import { absTime, printedBy } from "../parts/times.js";
import { say } from "../parts/toast.js";
import { doing } from "../parts/verb-dialog.js";
import { look, overlook } from "../recent.js";
import { go } from "../router.js";
import { stillHere, whoIsHere } from "../session.js";
import { describeIncident, offerLead, recordFact } from "../verbs.js";

const READ = `query($reference: String!) { incident(reference: $reference) { ${INCIDENT} } serverTime }`;

const CHANGED = `subscription($reference: String!, $after: Int) { incidentChanged(reference: $reference, after: $after) { sequence } }`;

/** One incident: its clock, what is next, what happened, and who can see it. */
class IncidentPage extends Part {
  static properties = { params: { attribute: false }, incident: { state: true }, failure: { state: true }, missing: { state: true } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {any} */
    this.incident = null;
    /** @type {unknown} */
    this.failure = null;
    this.missing = false;
    this.tabChosen = "";
    new Ticks(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.following = follow(() => this.load(), { document: CHANGED, variables: () => this.place() });
    this.endOffer = offer(() => this.commands());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.following?.stop();
    this.endOffer?.();
  }

  willUpdate(/** @type {Map<string, any>} */ changed) {
    const before = changed.get("params");
    if (before?.reference && before.reference !== this.params.reference) {
      this.incident = null;
      this.missing = false;
      this.following?.elsewhere();
    }
  }

  /** Up to where its timeline is shown. */
  place() {
    return this.incident && { reference: this.incident.reference, after: this.seen().sequence };
  }

  /** @param {CustomEvent} event */
  onTab(event) {
    this.tabChosen = event.detail;
    this.params = { ...this.params, tab: event.detail };
  }

  /** A link to a tab shows it; whoever chose it sees it already. What is on paper says how far it may go. */
  updated(/** @type {Map<string, any>} */ changed) {
    const before = changed.get("params");
    const isLinked = before && before.tab !== this.params.tab && this.params.tab && this.params.tab !== this.tabChosen;
    if (isLinked) {
      this.querySelector("incident-tabs")?.scrollIntoView({ block: "start" });
    }
    this.tabChosen = "";
    this.classList.toggle("tlp-red", this.incident?.restricted === true);
  }

  instants() {
    return (this.incident?.milestones ?? []).map((/** @type {any} */ each) => each.dueAt);
  }

  passed() {
    this.following?.again();
  }

  async load() {
    try {
      const { reference } = this.params;
      const { incident } = await ask(READ, { reference });
      if (reference === this.params.reference) {
        this.take(incident);
      }
    } catch (failure) {
      const isMissing = failure instanceof Refused && ["incident-not-found", "invalid-reference"].includes(failure.code);
      this.failure = failure;
      if (!isMissing) {
        throw failure;
      }
      // With the session everything is hidden; what was being written stays until they sign in again.
      if (!this.incident || (await stillHere())) {
        this.missing = true;
        this.incident = null;
        overlook(this.params.reference);
      }
    }
  }

  take(/** @type {any} */ incident) {
    this.failure = null;
    this.missing = false;
    this.incident = incident;
    look(incident);
  }

  /** What the palette offers while this incident is shown. @returns {import("../commands.js").Command[]} */
  commands() {
    const { incident } = this;
    if (!incident) {
      return [];
    }
    const tab = (/** @type {string} */ name) => go(`/console/incidents/${incident.reference}/${name}`);
    return [
      { name: "Record what happened…", does: () => this.act(recordFact(incident)) },
      { name: "Offer the lead…", does: () => this.act(offerLead(incident)) },
      { name: "Score it", does: () => tab("assessment") },
      { name: "Write a note", does: () => tab("messages") },
      { name: "Describe it…", does: () => this.act(describeIncident(incident)) },
      { name: "Print it", does: () => window.print() },
    ];
  }

  /**
   * Does something to the incident by its form. What was typed answers what was seen when the form was opened: what others did
   * since is told before it is sent on top of that, also where the page shows it already.
   *
   * @param {import("../parts/verb-dialog.js").Verb | Promise<import("../parts/verb-dialog.js").Verb>} verb that may have to ask what
   *     there is to choose from
   */
  async act(verb) {
    let seen = this.seen();
    const news = async () => {
      const { sequence } = seen;
      await this.load();
      seen = this.seen();
      return since(this.incident, sequence);
    };
    try {
      const answer = await doing(await verb, { version: () => seen.version, news, subject: () => this.incident });
      if (answer) {
        this.take(answer.incident ?? answer);
      }
    } catch (failure) {
      // The form did not come to open: nothing was written that could be lost.
      say(failure instanceof Error ? failure.message : String(failure));
    }
  }

  seen() {
    return { version: this.incident?.version, sequence: this.incident?.timeline.nodes.at(-1)?.sequence ?? 0 };
  }

  async copyLink() {
    await navigator.clipboard.writeText(`${location.origin}/console/incidents/${this.incident.reference}`);
    say("Copied. It opens only for people on the incident.");
  }

  render() {
    if (this.missing) {
      return noIncident();
    }
    const incident = this.incident;
    if (!incident) {
      return this.failure ? errorBox(this.failure, "The incident could not be read.") : skeleton("The incident is on its way");
    }
    const act = (/** @type {any} */ verb) => this.act(verb);
    return html`<nav class="crumb" aria-label="Where this is">
        <a href="/console/queue">${icon("back")}Queue</a><span class="mono">${incident.reference}</span>
      </nav>
      ${incidentHead(incident, act, () => this.copyLink())} ${this.clock(incident)}
      <div class="cols">
        <div class="stack">
          ${nextCard(incident, whoIsHere(), act)}
          <incident-tabs .incident=${incident} .tab=${this.params.tab ?? "timeline"} .act=${act}
            .took=${(/** @type {any} */ each) => this.take(each)} @tab=${this.onTab}></incident-tabs>
        </div>
        <aside class="stack side" aria-label="Details">${severityCard(incident)} ${audienceCard(incident, act)}</aside>
      </div>
      ${printedBy(incident.reference)}`;
  }

  /** @param {any} incident */
  clock(incident) {
    const next = nextOf(incident.milestones);
    return html`<section class="card clock-card" aria-labelledby="clock-title">
      <header>
        ${next
          ? html`<h2 class="big s-${lookOf(next)}" id="clock-title">${icon(lookOf(next))}${stateInWords(next, now())}</h2>
              <p><b>${next.name}</b>, by ${absTime(next.dueAt)}</p>`
          : html`<h2 class="big" id="clock-title">No running deadline</h2>`}
        <span class="links">
          <button class="btn quiet" @click=${() => window.print()}>${icon("print")}Print</button>
        </span>
      </header>
      <clock-bar .milestones=${incident.milestones} .from=${incident.reportedAt ?? incident.createdAt}></clock-bar>
    </section>`;
  }
}

customElements.define("incident-page", IncidentPage);
