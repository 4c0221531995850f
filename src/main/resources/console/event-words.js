// @ts-check
/** An event of the timeline as people read it: its summary has the words and instants of the API in it. */
import { now } from "./clock.js";
import { shownZone } from "./preferences.js";
import { moment } from "./time-words.js";
import { ALL_FACTS, CHANNELS, CREDITS, RUNGS, SEVERITIES, STATUSES, VENDOR_ANSWERS, WAITING, inSentence } from "./words.js";

/**
 * What kind of thing happened, as a name beside the event; what it looks like; and which words of the API its summary has.
 *
 * @typedef {object} KindOfEvent
 * @property {string} name
 * @property {string} icon
 * @property {"" | "late" | "met"} [tone]
 * @property {Record<string, string>} [words]
 */

/** Every kind of event there is: a test compares them with the schema. @type {Record<string, KindOfEvent>} */
export const EVENTS = {
  ACCESS_GRANTED: { name: "Access given", icon: "person" },
  ACCESS_REVOKED: { name: "Access ended", icon: "person" },
  BREACH_EXPLAINED: { name: "Missed deadline explained", icon: "flag" },
  BREACH_RECORDED: { name: "Deadline missed", icon: "late", tone: "late" },
  BREACH_RESTORED: { name: "Missed after all", icon: "late", tone: "late" },
  BREACH_WITHDRAWN: { name: "Not missed after all", icon: "flag" },
  CREDIT_CHOSEN: { name: "Credit chosen", icon: "message", words: CREDITS },
  DATE_MOVED: { name: "Date moved", icon: "calendar" },
  DATE_PLANNED: { name: "Date planned", icon: "calendar" },
  DATE_WITHDRAWN: { name: "Date withdrawn", icon: "calendar" },
  DESCRIBED: { name: "Described", icon: "note" },
  ESCALATED: { name: "Called for", icon: "soon", words: RUNGS },
  ESCALATION_ACKNOWLEDGED: { name: "Somebody has it", icon: "person", words: RUNGS },
  FACT_RECORDED: { name: "Fact recorded", icon: "met", tone: "met", words: ALL_FACTS },
  FACT_SUPERSEDED: { name: "Fact corrected", icon: "met", words: ALL_FACTS },
  FIX_TEAM_JOINED: { name: "Joined the fix team", icon: "person" },
  FIX_TEAM_LEFT: { name: "Left the fix team", icon: "person" },
  GLASS_BROKEN: { name: "Let in by two people", icon: "lock" },
  IMPORTED: { name: "Brought in", icon: "inbox" },
  LEAD_ACKNOWLEDGED: { name: "Lead taken", icon: "person" },
  LEAD_DECLINED: { name: "Lead turned down", icon: "person" },
  LEAD_OFFERED: { name: "Lead offered", icon: "person" },
  MARKED_DUPLICATE: { name: "Repeats another", icon: "link" },
  NOTE_ADDED: { name: "Note", icon: "message" },
  NOTICE_APPROVED: { name: "Notice approved", icon: "note" },
  NOTICE_DISCARDED: { name: "Notice put aside", icon: "note" },
  NOTICE_DRAFTED: { name: "Notice drafted", icon: "note" },
  NOTICE_EDITED: { name: "Notice changed", icon: "note" },
  NOTICE_SENT: { name: "Notice sent", icon: "message" },
  POLICY_ADDED: { name: "Policy added", icon: "policy" },
  POLICY_REBASED: { name: "Policy replaced", icon: "policy" },
  REPORTED: { name: "Report came in", icon: "inbox", words: CHANNELS },
  REPORTER_ANSWERED: { name: "Reporter wrote", icon: "message" },
  REPORTER_CONTACT_ERASED: { name: "Contact erased", icon: "lock" },
  REPORTER_LINK_RENEWED: { name: "New link for the reporter", icon: "link" },
  REPORTER_TOLD: { name: "Written to the reporter", icon: "message" },
  RESTRICTED: { name: "Hidden from the committee", icon: "lock" },
  SCORED: { name: "Scored", icon: "gauge", words: SEVERITIES },
  STATUS_CHANGED: { name: "Status", icon: "met", tone: "met", words: STATUSES },
  UNRESTRICTED: { name: "Opened to the committee", icon: "lock" },
  VENDORS_SILENT: { name: "Vendors have not answered", icon: "soon" },
  VENDOR_ACKNOWLEDGED: { name: "Vendor read the notice", icon: "person" },
  VENDOR_ANSWERED: { name: "Vendor answered", icon: "message", words: VENDOR_ANSWERS },
  VENDOR_NOTICE_WITHDRAWN: { name: "Vendor no longer notified", icon: "person" },
  VENDOR_NOTIFIED: { name: "Vendor notified", icon: "person" },
  VENDOR_TOLD: { name: "Written to a vendor", icon: "message" },
  WAITING_CHANGED: { name: "Waiting", icon: "paused", words: WAITING },
  WAIVER_ASKED: { name: "Waiver asked for", icon: "not-needed" },
  WAIVER_CONFIRMED: { name: "Waiver confirmed", icon: "not-needed" },
  WAIVER_DECLINED: { name: "Waiver declined", icon: "flag" },
  WAIVER_ENDED: { name: "Waiver ended", icon: "flag" },
  WAIVER_WITHDRAWN: { name: "Waiver taken back", icon: "flag" },
};

/** What a kind looks like that this page does not know yet, since the server is newer. @type {KindOfEvent} */
const UNKNOWN = { name: "Something happened", icon: "note" };

/** @param {string} kind */
export function kindOf(kind) {
  return EVENTS[kind] ?? UNKNOWN;
}

const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;
const SAME_TIME = 60_000;

/** A sentence of the API with its facts and instants in words. @param {string} text */
export function sentenceInWords(text) {
  return text
    .replace(/\b[A-Z]+(?:_[A-Z]+)+\b/g, (word) => (ALL_FACTS[word] ? `“${ALL_FACTS[word]}”` : word))
    .replace(INSTANT, (instant) => moment(instant, shownZone(), now()));
}

/** @param {{kind: string, summary: string, at: string, actor: {name: string} | null}} event @param {(key: string) => string} [nameOf] what a deadline is called */
export function eventInWords(event, nameOf = (key) => key) {
  const words = kindOf(event.kind).words ?? {};
  const text = climberFirst(event, nameOf)
    .replace(/\b[A-Z]+(?:_[A-Z]+)*\b/g, (word, at) => (words[word] ? inPlace(words[word], at, event.kind) : word))
    .replace(INSTANT, (instant) => moment(instant, shownZone(), now()));
  return withoutOwnTime(withoutOwnName(text, event), event);
}

/** An escalation has its rung before its deadline and calls it by its key. @param {{kind: string, summary: string}} event @param {(key: string) => string} nameOf */
function climberFirst({ kind, summary }, nameOf) {
  return kind.startsWith("ESCALAT")
    ? summary.replace(/([A-Z_]+) of (the lead offer|[a-z][\w-]*)/, (_, rung, key) => `“${key === "the lead offer" ? "The offer of the lead" : nameOf(key)}”: ${rung}`)
    : summary;
}

/** @param {string} word @param {number} at @param {string} kind */
function inPlace(word, at, kind) {
  if (kind === "STATUS_CHANGED") {
    return at === 0 ? `from “${word}”` : `“${word}”`;
  }
  return at === 0 || kind === "SCORED" ? word : inSentence(word);
}

/** The actor is named before it. @param {string} text @param {{actor: {name: string} | null}} event */
function withoutOwnName(text, event) {
  const own = event.actor ? `${event.actor.name} ` : "";
  return own && text.startsWith(own) ? text.slice(own.length) : event.actor ? `: ${text}` : text;
}

/** When it was recorded stands beside it. @param {string} text @param {{summary: string, at: string}} event */
function withoutOwnTime(text, event) {
  const said = event.summary.match(INSTANT) ?? [];
  const isSame = said.length === 1 && Math.abs(Date.parse(said[0]) - Date.parse(event.at)) < SAME_TIME;
  return isSame ? text.replace(` at ${moment(said[0], shownZone(), now())}`, "") : text;
}

/** What happened to an incident after an event, in words. @param {any} incident @param {number} sequence @returns {string[]} */
export function since(incident, sequence) {
  return incident.timeline.nodes
    .filter((/** @type {any} */ event) => event.sequence > sequence)
    .map((/** @type {any} */ event) => (event.actor ? `${event.actor.name}: ${event.summary}` : event.summary));
}
