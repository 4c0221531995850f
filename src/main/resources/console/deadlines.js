// @ts-check
/**
 * What a milestone looks like and how it is put into words. The state is the server's; only the time that is left is
 * counted here.
 */
import { lengthOf, span } from "./time-words.js";
import { CANCEL_CAUSES, inSentence } from "./words.js";

/**
 * @typedef {object} Milestone
 * @property {string} key
 * @property {string} name
 * @property {string} policy
 * @property {string} state
 * @property {boolean} atRisk
 * @property {string | null} dueAt
 * @property {string | null} [startedAt]
 * @property {string | null} [stoppedAt]
 * @property {string | null} [cancelCause]
 * @property {string | null} [recordedLateBy]
 *
 * @typedef {"late" | "soon" | "running" | "paused" | "met" | "met-late" | "upcoming" | "not-needed"} Look
 *
 * @typedef {object} Segment a stretch of the clock bar, up to one due time
 * @property {number} start
 * @property {number} end
 * @property {Milestone[]} milestones what is due at its end
 * @property {number} share of the width of the bar, 0 to 1
 */

/** The least share of the bar that still shows something. */
const LEAST = 0.11;

/** The same where several milestones are due at once and all are to be named. */
const LEAST_OF_SEVERAL = 0.16;

const SAME_TIME = 60_000;
const HOUR = 3_600_000;

/** The order in which looks are shown where a segment has several milestones. @type {Look[]} */
const WORST_FIRST = ["late", "soon", "running", "paused", "upcoming", "met-late", "met", "not-needed"];

/** @param {Milestone} milestone */
export function isOpen(milestone) {
  return ["RUNNING", "PAUSED", "BREACHED"].includes(milestone.state);
}

/** @param {Milestone} milestone */
export function isMet(milestone) {
  return milestone.state === "MET" || milestone.state === "MET_LATE";
}

/** @param {Milestone} milestone @returns {Look} */
export function lookOf(milestone) {
  /** @type {Record<string, Look>} */
  const looks = {
    BREACHED: "late",
    RUNNING: milestone.atRisk ? "soon" : "running",
    PAUSED: "paused",
    MET: "met",
    MET_LATE: "met-late",
    PENDING: "upcoming",
    CANCELLED: "not-needed",
    WAIVED: "not-needed",
  };
  return looks[milestone.state] ?? "upcoming";
}

/** "Due in 4 h 20 min". @param {Milestone} milestone @param {number} now */
export function stateInWords(milestone, now) {
  const due = milestone.dueAt ? Date.parse(milestone.dueAt) : null;
  const stopped = milestone.stoppedAt ? Date.parse(milestone.stoppedAt) : null;
  switch (milestone.state) {
    case "BREACHED":
      return due === null ? "Overdue" : `Overdue by ${span(now - due)}`;
    case "RUNNING":
      return due === null ? "Running, no figure" : due <= now ? "Due now" : `Due in ${span(due - now)}`;
    case "PAUSED":
      return due === null ? "Paused" : `Paused with ${span(due - now)} left`;
    case "MET":
      return due === null || stopped === null ? "Met" : `Met, ${span(due - stopped)} early${recordedLate(milestone)}`;
    case "MET_LATE":
      return due === null || stopped === null ? "Met late" : `Met, ${span(stopped - due)} late`;
    case "CANCELLED":
      return `Not needed: ${CANCEL_CAUSES[milestone.cancelCause ?? ""] ?? "it no longer applies"}`;
    case "WAIVED":
      return "Waived";
    default:
      return milestone.dueAt ? `In ${span(Date.parse(milestone.dueAt) - now)}` : "Not started";
  }
}

/** @param {Milestone} milestone */
function recordedLate(milestone) {
  return milestone.recordedLateBy ? `, recorded ${span(lengthOf(milestone.recordedLateBy))} late` : "";
}

/** The earliest deadline that is still to be met, missed or not. @param {Milestone[]} milestones @returns {Milestone | null} */
export function nextOf(milestones) {
  const open = milestones.filter((each) => isOpen(each) && each.dueAt);
  open.sort((one, other) => Date.parse(one.dueAt ?? "") - Date.parse(other.dueAt ?? ""));
  return open[0] ?? null;
}

/**
 * The clock bar: a segment for each due time, as wide as the root of the time it takes, since a day beside three weeks
 * would not be seen otherwise.
 *
 * @param {Milestone[]} milestones @param {string} from when the clocks started
 * @returns {Segment[]}
 */
export function segmentsOf(milestones, from) {
  const due = milestones.filter((each) => each.dueAt && lookOf(each) !== "not-needed");
  due.sort((one, other) => Date.parse(one.dueAt ?? "") - Date.parse(other.dueAt ?? ""));
  /** @type {Segment[]} */
  const segments = [];
  for (const milestone of due) {
    const end = Date.parse(milestone.dueAt ?? "");
    const last = segments.at(-1);
    if (last && end - last.end < SAME_TIME) {
      last.milestones.push(milestone);
    } else {
      segments.push({ start: last?.end ?? Math.min(Date.parse(from), end), end, milestones: [milestone], share: 0 });
    }
  }
  return withShares(segments);
}

/** @param {Segment[]} segments */
function withShares(segments) {
  const roots = segments.map((each) => Math.sqrt(Math.max(each.end - each.start, HOUR)));
  const total = roots.reduce((sum, root) => sum + root, 0);
  const shares = roots.map((root, at) =>
    Math.max(root / total, segments[at].milestones.length > 1 ? LEAST_OF_SEVERAL : LEAST),
  );
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return segments.map((each, at) => ({ ...each, share: shares[at] / whole }));
}

/** @param {Segment} segment @returns {Look} */
export function lookOfSegment(segment) {
  const looks = segment.milestones.map(lookOf);
  return WORST_FIRST.find((look) => looks.includes(look)) ?? "upcoming";
}

/** How much of a segment is over, 0 to 1. @param {Segment} segment @param {number} now */
export function elapsed(segment, now) {
  return Math.min(1, Math.max(0, (now - segment.start) / Math.max(1, segment.end - segment.start)));
}

/** The bar in one sentence, for whoever does not see it. @param {Milestone[]} milestones @param {number} now */
export function barInWords(milestones, now) {
  const asked = milestones.filter((each) => lookOf(each) !== "not-needed");
  const met = asked.filter(isMet).length;
  const next = nextOf(milestones);
  const rest = next ? `, ${inSentence(next.name)} ${inSentence(stateInWords(next, now))}` : "";
  return `${met} of ${asked.length} milestones met${rest}`;
}
