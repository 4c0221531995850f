// @ts-check
/** The API's words as people read them. */

/** @type {Record<string, string>} */
export const PHASES = {
  TRIAGE: "Triage",
  FIX_IN_PROGRESS: "Fix in progress",
  RELEASE_PREPARED: "Release prepared",
  DISCLOSED: "Disclosed",
  CLOSED: "Closed",
};

/** @type {Record<string, string>} */
export const STATUSES = {
  REPORTED: "New report",
  VALID: "Found valid",
  ACCEPTED: "Being fixed",
  INVALID: "Found not valid",
  DEFERRED: "Put off",
  CLOSED: "Closed",
};

/** @type {Record<string, string>} */
export const SEVERITIES = { NONE: "None", LOW: "Low", MEDIUM: "Medium", HIGH: "High", CRITICAL: "Critical" };

/** @type {Record<string, string>} */
export const ROLES = {
  COMMITTEE: "Committee",
  RESPONDER: "Responder",
  REPORTER: "Reporter",
  VENDOR: "Vendor",
  AUDITOR: "Auditor",
  ADMINISTRATOR: "Administrator",
};

/** @type {Record<string, string>} */
export const ROLE_MEANINGS = {
  COMMITTEE: "sees every incident but restricted ones they were not added to, and does everything on them",
  RESPONDER: "sees the incidents they were added to, and works on them",
  REPORTER: "sees what they reported themselves",
  VENDOR: "sees what they are notified of, from then on",
  AUDITOR: "reads times and the audit log, no content",
  ADMINISTRATOR: "manages accounts, sees no incident",
};

/** @type {Record<string, string>} */
export const WAITING = { NONE: "Nobody", REPORTER: "The reporter", VENDOR: "A vendor", UPSTREAM: "Another project" };

/** @type {Record<string, string>} */
export const STRENGTHS = {
  TARGET: "what the team aims for",
  COMMITMENT: "what the programme promised",
  LIMIT: "what others will act upon",
  REGULATORY: "what the law demands",
};

/** @type {Record<string, string>} */
export const CANCEL_CAUSES = {
  CLOSED: "the incident was closed",
  DATE_WITHDRAWN: "the planned date was withdrawn",
  DISCLOSED: "it became public first",
  NO_LONGER_APPLIES: "its rule no longer applies",
};

/** @type {Record<string, string>} */
export const CLOSE_REASONS = {
  RESOLVED: "Resolved: it was fixed or otherwise dealt with",
  DUPLICATE: "Duplicate: it repeats another incident",
  NON_SECURITY: "No effect on security",
  OTHER_VENDOR: "For somebody else to fix",
  OUT_OF_SCOPE: "Out of scope of the programme",
  NOT_REPRODUCIBLE: "Could not be reproduced",
  INFORMATIVE: "Good to know, needs no fix",
  WONT_FIX: "Accepted as it is",
  SPAM: "No report at all",
};

/** @type {Record<string, string>} */
export const CREDITS = { UNDECIDED: "Not said yet", NAMED: "By name", ANONYMOUS: "Not at all" };

/** @type {Record<string, string>} */
export const CHANNELS = {
  FORM: "Cordon's form or API",
  MAIL: "Mail",
  BUG_BOUNTY: "Bug bounty programme",
  CHAT: "A conversation",
  INTERNAL: "From inside the programme",
  ISSUE_TRACKER: "Issue tracker",
};

/** @type {Record<string, string>} */
export const VENDOR_ANSWERS = {
  AFFECTED: "Affected",
  NOT_AFFECTED: "Not affected",
  FIXED: "Was affected, is fixed",
  INVESTIGATING: "Still looking",
};

/** @type {Record<string, string>} what a vendor who was notified has said, also if that is nothing */
export const VENDOR_REPLIES = { ...VENDOR_ANSWERS, NO_ANSWER_YET: "No answer yet" };

/** @type {Record<string, string>} */
export const WAIVER_STATES = {
  ASKED: "Waits for a second person",
  HOLDS: "Holds",
  DECLINED: "Declined",
  WITHDRAWN: "Taken back",
  ENDED: "Ended early",
  EXPIRED: "Over",
};

/** @type {Record<string, string>} what a rung of the ladder means */
export const RUNGS = {
  AT_RISK: "at risk",
  BEFORE_DUE: "little time is left",
  BREACHED: "passed unmet",
  QUARTER_PAST: "a quarter of its time has passed since",
  STILL_OPEN: "still open",
  OFFER_UNANSWERED: "not answered",
  OFFER_PASSED_ON: "passed on to those who stand by",
  STILL_OFFERED: "still not answered",
};

/** @type {Record<string, string>} */
export const ADDRESSEES = {
  LEAD: "the lead",
  ON_CALL: "whoever is on call",
  BACKUP: "whoever stands in for them",
  COMMITTEE: "the committee",
  OFFERED: "whom the lead was offered to",
  OFFERER: "who offered it",
};

/** @type {Record<string, string>} */
export const NOTICES = {
  FORTHCOMING_FIX: "Users: a fix is coming",
  VENDOR_ADVANCE: "Vendors: advance notice",
  VENDOR_FINAL: "Vendors: final details",
};

/** @type {Record<string, string>} */
export const NOTICE_STATES = { DRAFTED: "Draft", APPROVED: "Approved", SENT: "Sent", DISCARDED: "Put aside" };

/** @type {Record<string, string>} what a rebase makes of a milestone */
export const CHANGES = {
  ADDED: "New",
  REMOVED: "Ends",
  MOVED: "Moves",
  CHANGED: "Another rule, same time",
  RENAMED: "Another name",
  UNCHANGED: "Stays",
};

/** @type {Record<string, string>} */
export const MILESTONE_STATES = {
  PENDING: "Not started",
  RUNNING: "Running",
  PAUSED: "Paused",
  BREACHED: "Overdue",
  MET: "Met",
  MET_LATE: "Met late",
  CANCELLED: "Not needed",
  WAIVED: "Waived",
};

/** @type {Record<string, string>} */
export const AUDIENCES = {
  TEAM: "The team only",
  REPORTER: "The reporter and the team",
  VENDORS: "Notified vendors and the team",
};

/**
 * Facts that people record by their own name. Those with a verb of their own, such as scoring, are not here.
 *
 * @type {Record<string, string>}
 */
export const FACTS = {
  RESPONDED_TO_REPORTER: "A person answered the reporter",
  FIX_TEAM_STAFFED: "The fix team is staffed",
  CVE_ASSIGNED: "A CVE was assigned",
  FIX_READY: "The fix is ready to be released",
  MEASURE_AVAILABLE: "A mitigation is available to users",
  FORTHCOMING_FIX_ANNOUNCED: "Users were told that a fix is coming",
  VENDOR_CONTACTED: "The vendor was told of the vulnerability",
  VENDORS_NOTIFIED: "Vendors were told in advance",
  VENDORS_FINALLY_NOTIFIED: "Vendors got the final details",
  FIX_RELEASED: "The fix is out",
  PUBLICLY_DISCLOSED: "It is publicly known",
  EXISTENCE_PUBLISHED: "It was published that the vulnerability exists",
  CVE_RECORD_PUBLISHED: "The CVE record was published",
  RETROSPECTIVE_HELD: "The retrospective was held",
  ATTACKS_OBSERVED: "Attacks that use it were seen",
  EXPLOIT_SHARED_WITH_VENDORS: "An exploit was shared with vendors",
  EXPLOIT_PUBLISHED: "An exploit was published",
  AWARE_OF_EXPLOITATION: "The manufacturer learned of active exploitation",
  AWARE_OF_SEVERE_INCIDENT: "The manufacturer learned of a severe incident",
  CRA_EARLY_WARNING_SUBMITTED: "CRA: the early warning was submitted",
  CRA_NOTIFICATION_SUBMITTED: "CRA: the notification was submitted",
  CRA_FINAL_REPORT_SUBMITTED: "CRA: the final report was submitted",
};

/** @type {Record<string, string>} */
export const ALL_FACTS = {
  ...FACTS,
  REPORT_RECEIVED: "The report came in",
  REPORT_VALIDATED: "The report was found valid",
  REPORT_INVALIDATED: "The report was found not valid",
  LEAD_ACKNOWLEDGED: "Somebody took the lead",
  SEVERITY_SCORED: "It was scored",
  CLOSED: "It was closed",
};

const SMALL = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

/** A number at the start of a sentence. @param {number} count */
export function counted(count) {
  return SMALL[count] ?? String(count);
}

/** "A, B and C". @param {string[]} names */
export function listed(names) {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** @param {number} count @param {string} one @param {string} [many] */
export function plural(count, one, many = `${one}s`) {
  return count === 1 ? one : many;
}

/** With a small letter at its start, for the middle of a sentence; abbreviations stay. @param {string} text */
export function inSentence(text) {
  return /^[A-Z][a-z ]/.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}
