// @ts-check
import { html, nothing } from "../element.js";
import { whoIsHere } from "../session.js";
import { askForWaiver, nameOfClimber, term, waivable, waiverAnswers } from "../waiver-verbs.js";
import { RUNGS, WAIVER_STATES } from "../words.js";
import { toWhom } from "./next-card.js";
import { absTime } from "./times.js";

/** Every waiver that was asked for, and what became of it. @param {any} incident @param {(verb: any) => void} act */
export function waiversSection(incident, act) {
  return html`<section>
    <h3>Waivers</h3>
    ${incident.waivers.length === 0
      ? html`<p class="quiet">Nobody asked to excuse a deadline.</p>`
      : html`<ul class="list-lines">${[...incident.waivers].reverse().map((each) => waiver(incident, each, act))}</ul>`}
    ${waivable(incident).length > 0
      ? html`<div class="acts"><button class="btn" @click=${() => act(askForWaiver(incident))}>Ask for a waiver…</button></div>`
      : nothing}
  </section>`;
}

/** @param {any} incident @param {any} waiver @param {(verb: any) => void} act */
function waiver(incident, waiver, act) {
  return html`<li>
    <span class="grow">
      <b>${waiver.name}</b> ${term(waiver)} <span class="pill ${waiver.state === "ASKED" ? "wait" : ""}">${WAIVER_STATES[waiver.state]}</span>
      <span class="q">${waiver.reason}</span>
      <span class="quiet">Asked for by ${waiver.askedBy.name}, ${absTime(waiver.askedAt)}.
        ${waiver.confirmedBy ? html`Confirmed by ${waiver.confirmedBy.name}, ${absTime(waiver.confirmedAt)}.` : nothing}
        ${waiver.endedBy ? html`${WAIVER_STATES[waiver.state]} by ${waiver.endedBy.name}, ${absTime(waiver.endedAt)}: ${waiver.endReason}` : nothing}</span>
    </span>
    ${waiverAnswers(incident, waiver, whoIsHere()).map(
      (each) => html`<button class="btn" @click=${() => act(each.does())}>${each.name}<span class="sr"> ${waiver.name}</span></button>`,
    )}
  </li>`;
}

/** What was called, by rung, to whom, and who has it. @param {any} incident */
export function escalationsSection(incident) {
  const [called, passed] = [true, false].map((told) => incident.escalations.filter((/** @type {any} */ each) => each.told === told));
  const lines = (/** @type {any[]} */ escalations) => html`<ul class="list-lines">${escalations.map((each) => escalation(incident, each))}</ul>`;
  return incident.escalations.length === 0
    ? nothing
    : html`<section>
        <h3>Called for</h3>
        ${lines(called)}
        ${passed.length === 0
          ? nothing
          : html`<details class="explain"><summary>Rungs at which nobody was called, since a later one was reached by then</summary>${lines(passed)}</details>`}
      </section>`;
}

/** @param {any} incident @param {any} escalation */
function escalation(incident, escalation) {
  const has = escalation.acknowledgedBy;
  return html`<li>
    <span class="grow"><b>${nameOfClimber(incident, escalation)}</b>: ${RUNGS[escalation.rung]}${escalation.number > 0 ? `, call ${escalation.number + 1}` : ""}.
      <span class="quiet">${escalation.told ? `Called ${toWhom(escalation)}, ` : nothing}${absTime(escalation.happenedAt)}.${has ? html` ${has.name} has it since ${absTime(escalation.acknowledgedAt)}.` : nothing}</span></span>
  </li>`;
}
