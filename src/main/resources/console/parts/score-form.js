// @ts-check
import { Part, html, nothing } from "../element.js";
import { change } from "../graphql.js";
import { INCIDENT } from "../incident-fields.js";
import "./cvss-calculator.js";
import { field } from "./field.js";
import { errorBox } from "./messages.js";
import { say } from "./toast.js";

/** Scores an incident. A score that differs from the last one says why. */
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
      this.rationale = "";
      say(`Scored ${Number(this.incident.score.overallScore).toFixed(1)}.`);
    } catch (failure) {
      this.failure = failure;
    }
    this.sending = false;
  }

  render() {
    const last = this.incident.score?.vector ?? "";
    const isNew = this.vector !== null && this.vector !== last;
    return html`<h3>${last ? "Score it anew" : "Score it"}</h3>
      <form @submit=${this.send} @vector=${(/** @type {CustomEvent} */ event) => (this.vector = event.detail)}
        @score=${(/** @type {CustomEvent} */ event) => (this.score = event.detail)}>
        <cvss-calculator .vector=${this.vector ?? last} .last=${last}></cvss-calculator>
        ${isNew && this.score
          ? html`${field(
                { name: "rationale", label: last ? "Why it changes" : "Why these answers", type: "area", required: last !== "" },
                this.rationale,
                (value) => (this.rationale = value),
                "score",
              )}
              <div class="acts"><button class="btn pri" ?disabled=${this.sending}>Save the score</button></div>`
          : nothing}
        ${errorBox(this.failure, "It was not scored. Your answers are still here.")}
      </form>`;
  }
}

customElements.define("score-form", ScoreForm);
