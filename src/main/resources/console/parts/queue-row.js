// @ts-check
import { now } from "../clock.js";
import { lookOf, nextOf, stateInWords } from "../deadlines.js";
import { html, nothing } from "../element.js";
import { icon } from "../icons.js";
import { PHASES, STATUSES, WAITING, inSentence } from "../words.js";
import { clockMini } from "./clock-mini.js";
import { sevMark } from "./sev-mark.js";
import { absTime } from "./times.js";

/** An incident in the queue: how severe, what, who has it, where its clocks stand, what is next. @param {any} row */
export function queueRow(row) {
  return html`<a class="row" data-reference=${row.reference} href="/console/incidents/${row.reference}">
    ${sevMark(row.score)}
    <span class="ttl"><b>${row.title ?? "Not described yet"}</b>
      <span><span class="mono">${row.reference}</span> · ${stage(row)}</span>
      ${row.waitingOn === "NONE" ? nothing : html`<span class="flag">Waiting for ${inSentence(WAITING[row.waitingOn])}</span>`}
    </span>
    ${lead(row)}
    <span class="clk">${clockMini(row.milestones, row.reportedAt ?? row.createdAt)}</span>
    ${due(row)}
  </a>`;
}

/** @param {any} row */
function stage(row) {
  return row.phase === "TRIAGE" ? STATUSES[row.status] : PHASES[row.phase];
}

/** @param {any} row */
function lead(row) {
  const label = html`<span class="sr">Lead: </span>`;
  if (row.lead) {
    return html`<span class="lead">${label}<b>${row.lead.name}</b></span>`;
  }
  return html`<span class="lead gap">${label}<b>Not named</b>${
    row.leadOffer ? html`<small>offered to ${row.leadOffer.to.name}</small>` : nothing
  }</span>`;
}

/** @param {any} row */
function due(row) {
  const next = nextOf(row.milestones);
  if (!next) {
    return html`<span class="due"><b class="quiet">No running deadline</b></span>`;
  }
  const look = lookOf(next);
  return html`<span class="due s-${look}"
    ><b>${icon(look)}${stateInWords(next, now())}</b><span>${next.name}</span>${absTime(next.dueAt)}</span
  >`;
}
