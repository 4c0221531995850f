// @ts-check
import { html } from "../element.js";
import { SEVERITIES } from "../words.js";
import "./score-form.js";
import { absTime } from "./times.js";

/** The calculator, and every score there was. @param {any} incident @param {(incident: any) => void} took */
export function assessmentPanel(incident, took) {
  return html`<div class="panel">
    <section><score-form .incident=${incident} .took=${took}></score-form></section>
    <section>
      <h3>Scores so far</h3>
      ${incident.scores.length === 0 ? html`<p class="quiet">None yet.</p>` : html`<ul class="list-lines">${incident.scores.map(score)}</ul>`}
    </section>
  </div>`;
}

/** @param {any} score */
function score(score) {
  return html`<li>
    <b>${Number(score.overallScore).toFixed(1)} ${SEVERITIES[score.severity]}</b>
    <span class="grow"><code>${score.vector}</code>${score.rationale ? html`<span class="q">${score.rationale}</span>` : ""}</span>
    <span class="r quiet">${score.scoredBy?.name ?? score.assignedBy}, ${absTime(score.scoredAt)}</span>
  </li>`;
}
