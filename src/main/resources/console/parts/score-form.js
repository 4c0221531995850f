// @ts-check
import { Part, html, nothing } from "../element.js";
import { change } from "../graphql.js";
import { INCIDENT } from "../incident-fields.js";
import { Network } from "../network.js";
import "./cvss-calculator.js";
import { field } from "./field.js";
import { errorBox, offlineNote } from "./messages.js";
import { say } from "./toast.js";

/** Scores an incident. A score that differs from the last one says why, and is never laid unseen over one of somebody else. */
class ScoreForm extends Part {
  static properties = {
    incident: { attribute: false },
    took: { attribute: false },
    vector: { state: true },
    score: { state: true },
    rationale: { state: true },
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
    /** @type {string | null} */
    this.vector = null;
    /** @type {any} */
    this.score = null;
    this.rationale = "";
    /** @type {unknown} */
    this.failure = null;
    this.sending = false;
    /** The score the answers began from. @type {any} */
    this.began = null;
  }

  willUpdate() {
    const { score } = this.incident;
    if (this.vector === null || this.vector === (this.began?.vector ?? "")) {
      this.began = score;
    }
  }

  /** Somebody scored it while it was answered here: both show, and one is picked before anything is sent. */
  clash() {
    const { score } = this.incident;
    if (score === null || score.id === this.began?.id) {
      return nothing;
    }
    return html`<fieldset class="box wait clash">
      <legend><b>${score.scoredBy?.name ?? "Somebody"} changed the score while you were answering.</b></legend>
      <p><b>Theirs</b> ${scoreOf(score)} <span class="mono">${score.vector}</span></p>
      <p><b>Yours</b> ${this.score ? scoreOf(this.score) : ""} <span class="mono">${this.vector}</span></p>
      <p class="acts">
        <button type="button" class="btn" @click=${() => this.keepTheirs()}>Keep theirs</button>
        <button type="button" class="btn" @click=${() => this.useMine()}>Go on with yours</button>
      </p>
    </fieldset>`;
  }

  /** Nothing is answered here beyond what the incident has. */
  keepTheirs() {
    this.vector = null;
    this.rationale = "";
  }

  useMine() {
    this.began = this.incident.score;
    this.requestUpdate();
  }

  /** @param {Event} event */
  async send(event) {
    event.preventDefault();
    this.sending = true;
    this.failure = null;
    try {
      const { reference, version } = this.incident;
      const input = { reference, vector: this.vector, rationale: this.rationale.trim() || null, expectedVersion: version };
      this.took(await change("scoreIncident", input, INCIDENT));
      this.keepTheirs();
      say(`Scored ${Number(this.incident.score.overallScore).toFixed(1)}.`);
    } catch (failure) {
      this.failure = failure;
    }
    this.sending = false;
  }

  render() {
    const last = this.incident.score?.vector ?? "";
    const isNew = this.vector !== null && this.vector !== last;
    const clash = this.clash();
    return html`<h3>${last ? "Score it anew" : "Score it"}</h3>
      <form @submit=${this.send} @vector=${(/** @type {CustomEvent} */ event) => (this.vector = event.detail)}
        @score=${(/** @type {CustomEvent} */ event) => (this.score = event.detail)}>
        <cvss-calculator .vector=${this.vector ?? last} .last=${last}></cvss-calculator>
        ${clash}
        ${isNew && this.score && clash === nothing
          ? html`${field(
                { name: "rationale", label: last ? "Why it changes" : "Why these answers", type: "area", required: last !== "" },
                this.rationale,
                (value) => (this.rationale = value),
                "score",
              )}
              <div class="acts"><button class="btn pri" ?disabled=${this.sending || this.network.off}>Save the score</button></div>`
          : nothing}
        ${offlineNote(this.network.off)} ${errorBox(this.failure, "It was not scored. Your answers are still here.")}
      </form>`;
  }
}

/** @param {any} score */
function scoreOf(score) {
  return Number(score.overallScore).toFixed(1);
}

customElements.define("score-form", ScoreForm);
