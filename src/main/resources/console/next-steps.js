// @ts-check
/** What there is to do next: each open milestone with the one thing that stops its clock. */
import { isOpen } from "./deadlines.js";
import {
  acknowledgeLead, acceptIncident, closeIncident, declineLead, deferIncident, invalidateReport, offerLead, recordFact,
  resume, validateReport, waitOn,
} from "./verbs.js";
import { FACTS } from "./words.js";

/** @typedef {import("./parts/verb-dialog.js").Verb} Verb @typedef {{name: string, does: () => Verb} | {name: string, to: string}} Step */

/** Facts that sending a notice records. */
const NOTICE_FACTS = ["FORTHCOMING_FIX_ANNOUNCED", "VENDORS_NOTIFIED", "VENDORS_FINALLY_NOTIFIED"];

/** The open milestones of an incident, the one due first at the head. @param {any} incident */
export function openMilestones(incident) {
  const due = (/** @type {any} */ each) => (each.dueAt ? Date.parse(each.dueAt) : Infinity);
  return incident.milestones.filter(isOpen).sort((/** @type {any} */ one, /** @type {any} */ other) => {
    const difference = due(one) - due(other);
    return Number.isNaN(difference) ? 0 : difference;
  });
}

/** What stops the clock of a milestone. @param {any} incident @param {any} milestone @param {string | undefined} me @returns {Step[]} */
export function stepsFor(incident, milestone, me) {
  const rule = incident.policies
    .flatMap((/** @type {any} */ each) => (each.policy.id === milestone.policy ? each.policy.milestones : []))
    .find((/** @type {any} */ each) => each.key === milestone.key);
  const there = new Set(incident.facts.filter((/** @type {any} */ fact) => fact.inForce).map((/** @type {any} */ fact) => fact.kind));
  const missing = (rule?.until ?? []).filter((/** @type {string} */ kind) => !there.has(kind));
  return missing.flatMap((/** @type {string} */ kind) => stepFor(incident, kind, me));
}

/** @param {any} incident @param {string} kind @param {string | undefined} me @returns {Step[]} */
function stepFor(incident, kind, me) {
  if (kind === "LEAD_ACKNOWLEDGED") {
    return incident.leadOffer?.to.handle === me
      ? [
          { name: "Take the lead", does: () => acknowledgeLead(incident) },
          { name: "Turn it down…", does: () => declineLead(incident) },
        ]
      : [{ name: "Offer the lead…", does: () => offerLead(incident) }];
  }
  if (kind === "SEVERITY_SCORED") {
    return [{ name: "Score it", to: "assessment" }];
  }
  if (kind === "REPORT_VALIDATED") {
    return [{ name: "Find it valid…", does: () => validateReport(incident) }];
  }
  if (kind === "REPORT_INVALIDATED") {
    return [{ name: "Find it not valid…", does: () => invalidateReport(incident) }];
  }
  if (kind === "CLOSED") {
    return [{ name: "Close…", does: () => closeIncident(incident) }];
  }
  if (kind === "RESPONDED_TO_REPORTER" && incident.report) {
    return [{ name: "Write to the reporter", to: "messages#reporter" }, recording(incident, kind)];
  }
  if (NOTICE_FACTS.includes(kind)) {
    return [{ name: "Write the notice", to: "notices" }, recording(incident, kind)];
  }
  return kind in FACTS ? [recording(incident, kind)] : [];
}

/** @param {any} incident @param {string} kind @returns {Step} */
function recording(incident, kind) {
  return { name: `${FACTS[kind]}…`, does: () => recordFact(incident, kind) };
}

/** What may be decided about the incident as it stands. @param {any} incident @returns {Step[]} */
export function decisions(incident) {
  const valid = { name: "Find it valid…", does: () => validateReport(incident) };
  const invalid = { name: "Find it not valid…", does: () => invalidateReport(incident) };
  const accept = { name: "Accept it…", does: () => acceptIncident(incident) };
  const defer = { name: "Put it off…", does: () => deferIncident(incident) };
  /** @type {Record<string, Step[]>} */
  const ofStatus = {
    REPORTED: [valid, invalid],
    VALID: [accept, defer],
    ACCEPTED: [defer],
    INVALID: [valid, { name: "Close…", does: () => closeIncident(incident) }],
    DEFERRED: [accept, { name: "Close…", does: () => closeIncident(incident) }],
  };
  return ofStatus[incident.status] ?? [];
}

/** @param {any} incident @returns {Step[]} */
export function waits(incident) {
  if (incident.status === "CLOSED") {
    return [];
  }
  return incident.waitingOn === "NONE"
    ? [{ name: "Wait for somebody…", does: () => waitOn(incident) }]
    : [{ name: "Go on…", does: () => resume(incident) }];
}
