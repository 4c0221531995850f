// @ts-check
/** The queue in five groups, and in one sentence. */
import { now } from "./clock.js";
import { counted, plural } from "./words.js";

const DAY = 86_400_000;

/** @type {Record<string, string>} */
export const GROUPS = {
  late: "Overdue",
  day: "Due in 24 hours",
  week: "Due this week",
  later: "Later",
  none: "No running deadline",
};

/** @param {{nextDueAt: string | null, overdue: boolean}} row @param {number} at */
export function groupOf(row, at) {
  if (!row.nextDueAt) {
    return "none";
  }
  const left = Date.parse(row.nextDueAt) - at;
  if (row.overdue) {
    return "late";
  }
  return left <= DAY ? "day" : left <= 7 * DAY ? "week" : "later";
}

/**
 * "One incident is overdue. Two more fall due in the next 24 hours."
 *
 * @param {any[]} rows @param {number} late how many are overdue in all @param {boolean} more whether rows are missing
 */
export function headline(rows, late, more) {
  const at = now();
  const soon = rows.filter((row) => groupOf(row, at) === "day").length;
  const unsure = more && rows.every((row) => ["late", "day"].includes(groupOf(row, at)));
  const first = late === 0 ? "Nothing is overdue." : `${counted(late)} ${plural(late, "incident is", "incidents are")} overdue.`;
  if (unsure) {
    return `${first} There is more below than is loaded.`;
  }
  if (soon === 0) {
    return `${first} Nothing ${late === 0 ? "" : "more "}falls due in the next 24 hours.`;
  }
  return `${first} ${counted(soon)}${late === 0 ? "" : " more"} ${plural(soon, "falls", "fall")} due in the next 24 hours.`;
}

/**
 * Two lists as one in the order of the next deadline. What would come after the loaded part of the first waits for it.
 *
 * @param {any[]} open @param {any[]} still @param {boolean} more whether the first goes on
 */
export function merged(open, still, more) {
  const key = (/** @type {any} */ row) => (row.nextDueAt ? Date.parse(row.nextDueAt) : Infinity);
  const last = more && open.length > 0 ? key(open[open.length - 1]) : Infinity;
  const all = [...open, ...still.filter((row) => key(row) <= last)];
  const place = new Map(all.map((row, at) => [row, at]));
  return all.sort((one, other) => {
    const difference = key(one) - key(other);
    return Number.isNaN(difference) || difference === 0 ? (place.get(one) ?? 0) - (place.get(other) ?? 0) : difference;
  });
}
