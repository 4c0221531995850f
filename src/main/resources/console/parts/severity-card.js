// @ts-check
import { html } from "../element.js";
import { SEVERITIES } from "../words.js";
import { bars } from "./sev-mark.js";

/** The score that counts. @param {any} incident */
export function severityCard(incident) {
  const score = incident.score;
  const link = html`<a class="r" href="/console/incidents/${incident.reference}/assessment">${score ? "Score it anew" : "Score it"}</a>`;
  if (!score) {
    return html`<section class="card"><header><h2>Severity</h2>${link}</header><p class="plain quiet">Not scored yet.</p></section>`;
  }
  const differs = Number(score.baseScore) !== Number(score.overallScore);
  return html`<section class="card">
    <header><h2>Severity</h2>${link}</header>
    <div class="score">
      <strong>${Number(score.overallScore).toFixed(1)}</strong>
      <div><b>${SEVERITIES[score.severity]}</b><span class="sev">${bars(score.severity)}</span></div>
    </div>
    ${differs ? html`<p class="plain">Base score ${Number(score.baseScore).toFixed(1)}, ${SEVERITIES[score.baseSeverity]}.</p>` : ""}
    <code class="vec">${score.vector}</code>
    <p class="plain quiet">${score.scoredBy ? `Scored by ${score.scoredBy.name}.` : `Published by ${score.assignedBy ?? "others"}.`}</p>
  </section>`;
}
