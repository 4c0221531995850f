// @ts-check
import { html } from "../element.js";
import { SEVERITIES } from "../words.js";

const BARS = ["LOW", "MEDIUM", "HIGH", "CRITICAL"];

/** Severity as a number, a word and four bars in ink: red is for what is late. @param {{overallScore: number, severity: string} | null} score */
export function sevMark(score) {
  if (!score) {
    return html`<span class="sev none" title="Not scored yet"
      ><span aria-hidden="true">–</span>${bars("")}<span class="sr">Not scored yet</span></span
    >`;
  }
  return html`<span class="sev" title=${SEVERITIES[score.severity]}
    >${Number(score.overallScore).toFixed(1)}${bars(score.severity)}<span class="sr"
      >${SEVERITIES[score.severity]}</span
    ></span
  >`;
}

/** @param {string} severity */
export function bars(severity) {
  const filled = BARS.indexOf(severity);
  return html`<em aria-hidden="true">${BARS.map((_, at) => html`<i class=${at <= filled ? "f" : ""}></i>`)}</em>`;
}
