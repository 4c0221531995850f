// @ts-check
/** Instants and deadlines as text with what it takes not to be misread. */
import { now } from "../clock.js";
import { lookOf, stateInWords } from "../deadlines.js";
import { html, nothing } from "../element.js";
import { icon } from "../icons.js";
import { shownZone } from "../preferences.js";
import { whoIsHere } from "../session.js";
import { moment } from "../time-words.js";

/** @param {string | null | undefined} instant */
export function absTime(instant) {
  return instant ? html`<time datetime=${instant}>${moment(instant, shownZone(), now())}</time>` : nothing;
}

/** The state of a milestone: shape, words and colour. @param {import("../deadlines.js").Milestone} milestone */
export function stateText(milestone) {
  const look = lookOf(milestone);
  return html`<b class="state s-${look}">${icon(look)}${stateInWords(milestone, now())}</b>`;
}

/** On paper alone: what it is, who printed it and when. @param {string} what */
export function printedBy(what) {
  return html`<p class="print-only">${what}, printed by ${whoIsHere()?.name} on ${absTime(new Date(now()).toISOString())}. Private. Do not forward.</p>`;
}
