// @ts-check
import { html, nothing } from "../element.js";
import { icon } from "../icons.js";
import { tlpChip } from "../tlp.js";
import { describeIncident, closeIncident, markDuplicate } from "../verbs.js";
import { CLOSE_REASONS, PHASES, STATUSES, WAITING, inSentence } from "../words.js";
import { absTime } from "./times.js";

/** What it is and where it stands. @param {any} incident @param {(verb: any) => void} act @param {() => void} copyLink */
export function incidentHead(incident, act, copyLink) {
  const mayClose = ["ACCEPTED", "INVALID", "DEFERRED"].includes(incident.status);
  return html`<div class="ihead">
    <h1>${incident.title ?? "Not described yet"}</h1>
    <div class="acts">
      <button class="btn" @click=${copyLink}>${icon("link")}Copy link</button>
      <button class="btn" @click=${() => act(describeIncident(incident))}>Describe…</button>
      ${incident.status === "CLOSED" || incident.duplicateOf
        ? nothing
        : html`<button class="btn" @click=${() => act(markDuplicate(incident))}>Repeats another…</button>`}
      ${mayClose ? html`<button class="btn" @click=${() => act(closeIncident(incident))}>Close…</button>` : nothing}
    </div>
    <div class="tags">
      ${tlpChip(incident.restricted)}
      <span class="pill">${icon("lock")}${incident.restricted ? "Private, restricted" : "Private"}</span>
      <span class="pill">${STATUSES[incident.status]}</span>
      ${incident.phase === "TRIAGE" || incident.phase === "CLOSED" ? nothing : html`<span class="pill">${PHASES[incident.phase]}</span>`}
      ${incident.waitingOn === "NONE"
        ? nothing
        : html`<span class="pill wait">Waiting for ${inSentence(WAITING[incident.waitingOn])} since ${absTime(incident.waitingSince)}</span>`}
      ${incident.closeReason ? html`<span>${CLOSE_REASONS[incident.closeReason].split(":")[0]}, ${absTime(incident.closedAt)}</span>` : nothing}
      ${incident.duplicateOf
        ? html`<span>Repeats <a href="/console/incidents/${incident.duplicateOf}">${incident.duplicateOf}</a></span>`
        : nothing}
      ${incident.cve ? html`<span class="mono">${incident.cve}</span>` : nothing}
      ${incident.plannedDisclosureAt ? html`<span>Public on ${absTime(incident.plannedDisclosureAt)}</span>` : nothing}
      ${incident.sample ? html`<span>Sample for dev mode</span>` : nothing}
    </div>
  </div>`;
}
