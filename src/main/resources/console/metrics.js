// @ts-check
/** What the metrics say in words and numbers. Nothing here asks anybody; docs/metrics.md says what each number counts. */
import { lengthOf, span } from "./time-words.js";
import { counted, plural } from "./words.js";

/** Fewer than this are shown one by one, without percentages. */
export const FEW = 5;

/**
 * Where a milestone that was decided can be, in the order they are drawn.
 *
 * @type {Record<string, string>}
 */
export const DECIDED = {
  met: "Met in time",
  metRecordedLate: "Met in time, recorded late",
  late: "Met late",
  breached: "Missed, still open",
  missedBeforeRebase: "Missed, rule replaced since",
};

/** @type {Record<string, string>} */
export const UNDECIDED = {
  open: "Open, in time",
  pending: "Not started",
  bornLate: "Born late",
  waived: "Waived",
  cancelled: "No longer needed",
};

/** "9 of 11 (82 %)", and no percentage for a few. @param {any} milestone */
export function share(milestone) {
  if (milestone.of === 0) {
    return "–";
  }
  const percentage = milestone.metPercentage === null ? "" : ` (${milestone.metPercentage} %)`;
  return `${milestone.met} of ${milestone.of}${percentage}`;
}

/** How long before or after the due time. @param {string | null} margin */
export function marginInWords(margin) {
  if (margin === null) {
    return "–";
  }
  const length = lengthOf(margin);
  return length < 0 ? `${span(length)} late` : `${span(length)} early`;
}

/** What a part of them had at least: "at least 16 h early", "at most 2 h late". @param {string} margin */
export function boundInWords(margin) {
  return `${lengthOf(margin) < 0 ? "at most" : "at least"} ${marginInWords(margin)}`;
}

/** @param {string | null} length */
export function lengthInWords(length) {
  return length === null ? "–" : span(lengthOf(length));
}

/**
 * What to say first: how many reports were answered in time.
 *
 * @param {any[]} groups @param {any[]} policies whose clocks say how long that is @param {string} who answered
 */
export function headlineOf(groups, policies, who) {
  const answers = groups.flatMap((group) => group.milestones).filter((each) => each.key === "respond");
  const of = sum(answers, "of");
  if (of === 0) {
    return "No answer to a reporter has fallen due in this time.";
  }
  const lengths = new Set(answers.filter((each) => each.of > 0).map((each) => allowed(each, policies)));
  const within = lengths.size === 1 && !lengths.has("") ? `within ${[...lengths][0]}` : "in time";
  return `${who} answered ${sum(answers, "met")} of ${of} ${plural(of, "report")} ${within}.`;
}

/** What the headline leaves out. @param {any[]} groups */
export function remarks(groups) {
  const milestones = groups.flatMap((group) => group.milestones);
  const open = sum(milestones, "breached");
  const late = sum(milestones, "metRecordedLate");
  return [
    open > 0 ? `${counted(open)} ${plural(open, "deadline")} ${plural(open, "is", "are")} missed and still open.` : "",
    late > 0 ? `${counted(late)} ${plural(late, "was", "were")} met in time and recorded late.` : "",
  ].filter((each) => each);
}

/** @param {any} milestone @param {any[]} policies */
function allowed(milestone, policies) {
  const policy = policies.find((each) => each.id === milestone.policy);
  const rule = policy?.milestones.find((/** @type {any} */ each) => each.key === milestone.key);
  return /^within (\d+ [a-z ]+?) of /.exec(rule?.clock ?? "")?.[1] ?? "";
}

/** @param {any[]} milestones @param {string} place */
function sum(milestones, place) {
  return milestones.reduce((total, each) => total + each[place], 0);
}

/** The milestones of a group by policy, in the order they came. @param {any} group @returns {[string, any[]][]} */
export function byPolicy(group) {
  /** @type {Map<string, any[]>} */
  const policies = new Map();
  for (const each of group.milestones) {
    policies.set(each.policy, [...(policies.get(each.policy) ?? []), each]);
  }
  return [...policies];
}

const COUNTS = ["met", "of", ...Object.keys(DECIDED).slice(1), ...Object.keys(UNDECIDED), "cyclesMissed"];
const LENGTHS = ["tookMedian", "tookNinetieth", "marginMedian", "marginNinetieth"];

/** Everything as comma-separated values (RFC 4180), lengths in hours. @param {any[]} groups */
export function csvOf(groups) {
  const head = ["quarter", "severity", "incidents", "policy", "key", "name", ...COUNTS, ...LENGTHS.map((each) => `${each}Hours`)];
  const rows = groups.flatMap((group) =>
    group.milestones.map((/** @type {any} */ each) => [
      group.quarter,
      group.severity,
      group.incidents,
      each.policy,
      each.key,
      each.name,
      ...COUNTS.map((count) => each[count]),
      ...LENGTHS.map((length) => (each[length] === null ? null : (lengthOf(each[length]) / 3_600_000).toFixed(2))),
    ]),
  );
  return [head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

/** @param {unknown} value */
function cell(value) {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
