// @ts-check
/** What can be done about deadlines that somebody wants excused, and about those that climb. Who may not is not offered it. */
import { now } from "./clock.js";
import { isOpen } from "./deadlines.js";
import { shownZone } from "./preferences.js";
import { moment } from "./time-words.js";
import { on } from "./verbs.js";

/** @typedef {import("./parts/verb-dialog.js").Verb} Verb @typedef {import("./parts/field.js").Field} Field */
/** @typedef {import("./session.js").Viewer | null} Me @typedef {{name: string, does: () => Verb}} Offer */

/** @type {Field} */
const WHY = { name: "reason", label: "Why", type: "text", required: true, most: 300, hint: "It stands on the timeline." };

/** How long a waiver is to hold. @param {any} waiver */
export function term(waiver) {
  return waiver.until ? `until ${moment(waiver.until, shownZone(), now())}` : "for good";
}

/** Whether a waiver waits for an answer or holds. @param {any} waiver */
export function isInForce(waiver) {
  return waiver?.state === "ASKED" || waiver?.state === "HOLDS";
}

/** Whether decisions may still be taken: closed as resolved, clocks may go on. @param {any} incident */
function isOpenToDecisions(incident) {
  return incident.status !== "CLOSED" || incident.closeReason === "RESOLVED";
}

/** Whether something is left to be excused, and nobody asked for it yet. @param {any} incident @param {any} milestone */
export function isWaivable(incident, milestone) {
  const isLeft = milestone.dueAt && !milestone.stoppedAt && milestone.state !== "CANCELLED";
  return Boolean(isLeft) && !isInForce(milestone.waiver) && isOpenToDecisions(incident);
}

/** @param {any} incident @param {any} [milestone] the one meant; else it is chosen from those that can be excused */
export function askForWaiver(incident, milestone) {
  const options = Object.fromEntries(waivable(incident).map((/** @type {any} */ each) => [each.id, each.name]));
  return on(incident, {
    mutation: "askForWaiver",
    title: milestone ? `Ask to excuse “${milestone.name}”` : "Ask to excuse a deadline",
    intro: "It holds once somebody else of the committee confirms it. Its due time and its breaches stand.",
    button: "Ask for the waiver",
    done: "Asked. It waits for a second person.",
    fixed: milestone ? { milestone: milestone.id } : {},
    fields: [
      ...(milestone ? [] : [/** @type {Field} */ ({ name: "milestone", label: "Which deadline", type: "choice", required: true, options })]),
      WHY,
      { name: "until", label: "Until when", type: "instant", hint: "Left empty, it is for good." },
    ],
  });
}

/** The deadlines that can be excused. @param {any} incident */
export function waivable(incident) {
  return incident.milestones.filter((/** @type {any} */ each) => isWaivable(incident, each));
}

/** @param {any} incident @param {any} waiver */
function confirmWaiver(incident, waiver) {
  return on(incident, {
    mutation: "confirmWaiver",
    title: `Excuse “${waiver.name}” ${term(waiver)}`,
    intro: `${waiver.askedBy.name} asks for it: ${waiver.reason}`,
    button: "Confirm the waiver",
    done: "Confirmed. It holds from now on.",
    fixed: { id: waiver.id },
  });
}

/** @param {any} incident @param {any} waiver */
function declineWaiver(incident, waiver) {
  return on(incident, {
    mutation: "declineWaiver",
    title: `Do not excuse “${waiver.name}”`,
    button: "Decline the waiver",
    done: "Declined.",
    fixed: { id: waiver.id },
    fields: [WHY],
  });
}

/** @param {any} incident @param {any} waiver */
function withdrawWaiver(incident, waiver) {
  const holds = waiver.state === "HOLDS";
  return on(incident, {
    mutation: "withdrawWaiver",
    title: holds ? `End the waiver of “${waiver.name}”` : `No longer ask to excuse “${waiver.name}”`,
    intro: holds ? "It is due again from now on. What the waiver covered until now stays covered." : undefined,
    button: holds ? "End the waiver" : "Take it back",
    done: holds ? "Ended." : "Taken back.",
    dangerous: holds,
    fixed: { id: waiver.id },
    fields: [WHY],
  });
}

/** What somebody may answer to a waiver: never to their own what takes a second person. @param {any} incident @param {any} waiver @param {Me} me @returns {Offer[]} */
export function waiverAnswers(incident, waiver, me) {
  const isMine = waiver.askedBy.handle === me?.handle;
  const isCommittee = me?.role === "COMMITTEE";
  if (!isOpenToDecisions(incident)) {
    return [];
  }
  if (waiver.state === "ASKED" && isMine) {
    return [{ name: "Take it back…", does: () => withdrawWaiver(incident, waiver) }];
  }
  if (waiver.state === "ASKED" && isCommittee) {
    return [
      { name: "Confirm…", does: () => confirmWaiver(incident, waiver) },
      { name: "Decline…", does: () => declineWaiver(incident, waiver) },
    ];
  }
  return waiver.state === "HOLDS" && isCommittee ? [{ name: "End it…", does: () => withdrawWaiver(incident, waiver) }] : [];
}

/** What escalates: the name of the deadline, or the lead offer. @param {any} incident @param {any} escalation */
export function nameOfClimber(incident, escalation) {
  const { milestone, policy } = escalation;
  return milestone ? (milestoneOf(incident, escalation)?.name ?? `${milestone} of ${policy}`) : "The offer of the lead";
}

/** @param {any} incident @param {any} escalation */
function milestoneOf(incident, escalation) {
  return incident.milestones.find((/** @type {any} */ each) => each.key === escalation.milestone && each.policy === escalation.policy);
}

/** Whether what it is about is open still, at the same due time. @param {any} incident @param {any} escalation */
function isClimbing(incident, escalation) {
  if (!escalation.milestone) {
    return incident.leadOffer?.offeredAt === escalation.dueAt;
  }
  const milestone = milestoneOf(incident, escalation);
  return Boolean(milestone) && isOpen(milestone) && milestone.dueAt === escalation.dueAt;
}

/** The newest call of each thing that climbs, with who has it. @param {any} incident @returns {{call: any, has: any}[]} */
export function climbs(incident) {
  const calls = incident.escalations.filter((/** @type {any} */ each) => each.told && isClimbing(incident, each));
  const newest = new Map();
  for (const call of calls) {
    const key = `${call.policy} ${call.milestone} ${call.dueAt}`;
    newest.set(key, newest.get(key) ?? call);
  }
  return [...newest.values()].map((call) => ({ call, has: calls.find((/** @type {any} */ each) => isAnswerTo(call, each)) }));
}

/** @param {any} call @param {any} other */
function isAnswerTo(call, other) {
  const isSame = other.rung === call.rung && other.policy === call.policy && other.milestone === call.milestone;
  return isSame && other.dueAt === call.dueAt && Boolean(other.acknowledgedAt);
}

/** @param {any} incident @param {any} escalation */
export function acknowledgeEscalation(incident, escalation) {
  return on(incident, {
    mutation: "acknowledgeEscalation",
    title: `You have “${nameOfClimber(incident, escalation)}”`,
    intro: "This rung calls nobody again for this due time. The next one is reached all the same while it stays open.",
    button: "I have it",
    done: "You have it.",
    fixed: { id: escalation.id },
  });
}
