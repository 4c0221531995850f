// @ts-check
import { html, nothing } from "../element.js";
import { decisions, openMilestones, stepsFor, waits } from "../next-steps.js";
import { acknowledgeLead, declineLead, offerLead, recordFact } from "../verbs.js";
import { ADDRESSEES, RUNGS, inSentence, listed } from "../words.js";
import { acknowledgeEscalation, askForWaiver, climbs, isWaivable, nameOfClimber, term, waiverAnswers } from "../waiver-verbs.js";
import { absTime, stateText } from "./times.js";

/**
 * The next thing to do, with its own button, and what else is open.
 *
 * @param {any} incident @param {import("../session.js").Viewer | null} me @param {(verb: any) => void} act
 */
export function nextCard(incident, me, act) {
  const open = openMilestones(incident);
  const first = open[0];
  return html`<section class="card next" aria-labelledby="next-title">
    <h2 id="next-title">${first ? `Next: ${inSentence(first.name)}` : "Nothing is running"}</h2>
    ${offered(incident, me, act)} ${called(incident, me, act)}
    ${incident.waivers.map((/** @type {any} */ each) => (each.state === "ASKED" ? waiting(incident, each, me, act) : nothing))}
    ${open.length > 0
      ? html`<ul>
          ${open.map((/** @type {any} */ each, /** @type {number} */ at) => milestone(incident, each, at === 0, me?.handle, act))}
        </ul>`
      : html`<p>No clock waits for anything.</p>`}
    <div class="acts">
      ${[...decisions(incident), ...waits(incident)].map((step) => button(step, "", act, incident))}
      ${incident.status === "CLOSED" ? nothing : button({ name: "Offer the lead…", does: () => offerLead(incident) }, "", act, incident)}
      ${button({ name: "Record something else…", does: () => recordFact(incident) }, "quiet", act, incident)}
    </div>
  </section>`;
}

/** @param {any} incident @param {any} me @param {(verb: any) => void} act */
function offered(incident, me, act) {
  const offer = incident.leadOffer;
  if (!offer) {
    return nothing;
  }
  const whom = offer.to.handle === me?.handle ? "you" : offer.to.name;
  const by = offer.by?.handle === me?.handle ? "You" : (offer.by?.name ?? "Somebody");
  return html`<div class="box soon">
    <p>${by} offered ${whom} the lead, ${absTime(offer.offeredAt)}.</p>
    ${whom === "you"
      ? html`<p class="acts">
          <button class="btn pri" @click=${() => act(acknowledgeLead(incident))}>Take the lead</button>
          <button class="btn" @click=${() => act(declineLead(incident))}>Turn it down…</button>
        </p>`
      : nothing}
  </div>`;
}

/** What calls for somebody, and who has it. @param {any} incident @param {any} me @param {(verb: any) => void} act */
function called(incident, me, act) {
  const [open, taken] = [true, false].map((isOpen) => climbs(incident).filter((each) => Boolean(each.has) !== isOpen));
  return html`${open.length > 0 ? html`<div class="box soon"><ul class="climbs">${open.map(({ call }) => climbing(incident, call, act))}</ul></div>` : nothing}
    ${taken.map(({ call, has }) => {
      const who = has.acknowledgedBy?.handle === me?.handle ? "You have" : `${has.acknowledgedBy?.name ?? "Somebody"} has`;
      return html`<p class="climb">${who} “${nameOfClimber(incident, call)}”, since ${absTime(has.acknowledgedAt)}.</p>`;
    })}`;
}

/** @param {any} incident @param {any} call @param {(verb: any) => void} act */
function climbing(incident, call, act) {
  const name = nameOfClimber(incident, call);
  return html`<li>
    <span class="what"><b>“${name}”: ${RUNGS[call.rung]}.</b> Called ${toWhom(call)}, ${absTime(call.happenedAt)}${call.number > 0 ? `, call ${call.number + 1}` : ""}.</span>
    <button class="btn" @click=${() => act(acknowledgeEscalation(incident, call))}>I have it<span class="sr"> ${name}</span></button>
  </li>`;
}

/** @param {any} call */
export function toWhom(call) {
  return listed(call.concerned.map((/** @type {string} */ each) => ADDRESSEES[each]));
}

/** A waiver that somebody asked for and nobody answered. @param {any} incident @param {any} waiver @param {any} me @param {(verb: any) => void} act */
function waiting(incident, waiver, me, act) {
  const isMine = waiver.askedBy.handle === me?.handle;
  return html`<div class="box wait">
    <p><b>${isMine ? "You ask" : `${waiver.askedBy.name} asks`} to excuse “${waiver.name}” ${term(waiver)}.</b> ${isMine ? "Somebody else of the committee has to confirm it." : nothing}</p>
    <p>${waiver.reason}</p>
    <p class="acts">
      ${waiverAnswers(incident, waiver, me).map((step) => html`<button class="btn" @click=${() => act(step.does())}>${step.name}<span class="sr"> ${waiver.name}</span></button>`)}
    </p>
  </div>`;
}

/** @param {any} incident @param {any} each @param {boolean} first @param {string | undefined} me @param {(verb: any) => void} act */
function milestone(incident, each, first, me, act) {
  const steps = stepsFor(incident, each, me);
  return html`<li>
    <span class="what"><b>${each.name}</b><small>${stateText(each)}</small></span>
    <span class="does">
      ${steps.map((step, at) => button(step, first && at === 0 ? "pri" : "", act, incident))}
      ${isWaivable(incident, each)
        ? html`<button class="btn quiet" @click=${() => act(askForWaiver(incident, each))}>Waive…<span class="sr"> ${each.name}</span></button>`
        : nothing}
    </span>
  </li>`;
}

/** @param {import("../next-steps.js").Step} step @param {string} kind @param {(verb: any) => void} act @param {any} incident */
function button(step, kind, act, incident) {
  return "to" in step
    ? html`<a class="btn ${kind}" href="/console/incidents/${incident.reference}/${step.to}">${step.name}</a>`
    : html`<button class="btn ${kind}" @click=${() => act(step.does())}>${step.name}</button>`;
}
