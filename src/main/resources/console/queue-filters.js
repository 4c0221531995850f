// @ts-check
/**
 * What part of the queue is shown, as an address has it and as the API is asked for it.
 *
 * @typedef {{kind: string, severity: string, text: string}} View
 */
import { SEVERITIES } from "./words.js";

/** @type {Record<string, string>} */
export const FILTERS = {
  all: "All open",
  mine: "Mine",
  overdue: "Overdue",
  risk: "Little time left",
  lead: "Lead not named",
  waiting: "Waiting",
};

const OPEN = ["REPORTED", "VALID", "ACCEPTED", "INVALID", "DEFERRED"];
const COUNTING = ["RUNNING", "PAUSED", "BREACHED"];

/** @type {Record<string, object>} */
const MEANINGS = {
  mine: { mine: true },
  overdue: { overdue: true },
  risk: { atRisk: true },
  lead: { milestone: "lead", milestoneStates: COUNTING },
  waiting: { waitingOn: ["REPORTER", "VENDOR", "UPSTREAM"] },
};

/** @param {string} search @returns {View} */
export function viewOf(search) {
  const query = new URLSearchParams(search);
  const kind = query.get("view") ?? "all";
  const severity = query.get("severity") ?? "";
  return {
    kind: kind in FILTERS ? kind : "all",
    severity: severity in SEVERITIES ? severity : "",
    text: query.get("text") ?? "",
  };
}

/** @param {View} view */
export function addressOf(view) {
  const query = new URLSearchParams();
  if (view.kind !== "all") {
    query.set("view", view.kind);
  }
  if (view.severity) {
    query.set("severity", view.severity);
  }
  if (view.text) {
    query.set("text", view.text);
  }
  const search = query.toString();
  return `/console/queue${search ? `?${search}` : ""}`;
}

/**
 * Three filters of the API: open incidents, closed ones with a clock that still counts, and those that are late.
 *
 * @param {View} view
 */
export function filterOf(view) {
  const wanted = {
    ...MEANINGS[view.kind],
    ...(view.severity ? { severities: [view.severity] } : {}),
    ...(view.text.length > 1 ? { text: view.text } : {}),
  };
  return {
    filter: { ...wanted, statuses: OPEN },
    still: { milestoneStates: COUNTING, ...wanted, statuses: ["CLOSED"] },
    late: { ...wanted, overdue: true },
  };
}

/** "Mine + High"; empty for all. @param {View} view */
export function inWords(view) {
  const parts = [
    ...(view.kind === "all" ? [] : [FILTERS[view.kind]]),
    ...(view.severity ? [SEVERITIES[view.severity]] : []),
    ...(view.text.length > 1 ? [`“${view.text}”`] : []),
  ];
  return parts.join(" + ");
}
