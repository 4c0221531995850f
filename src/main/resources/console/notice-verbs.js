// @ts-check
/** What can be done about notices to users and vendors, and what is written to people outside. */
import { ask } from "./graphql.js";
import { HANDLE_HINT, ofId, on } from "./verbs.js";
import { NOTICES, listed } from "./words.js";

/** @typedef {import("./parts/field.js").Field} Field @typedef {import("./session.js").Viewer | null} Me */

/** @type {Record<string, string>} the fact that sending records */
const FACT_OF = { FORTHCOMING_FIX: "FORTHCOMING_FIX_ANNOUNCED", VENDOR_ADVANCE: "VENDORS_NOTIFIED", VENDOR_FINAL: "VENDORS_FINALLY_NOTIFIED" };

/** Whether its words may still change. @param {any} notice */
export function isOpenNotice(notice) {
  return notice.state === "DRAFTED" || notice.state === "APPROVED";
}

/** Whether a policy asks for a second person before a notice of this kind is sent. @param {any} incident @param {string} kind */
export function needsApproval(incident, kind) {
  return incident.policies
    .flatMap((/** @type {any} */ each) => each.policy.milestones)
    .some((/** @type {any} */ rule) => rule.secondPerson && rule.until.includes(FACT_OF[kind]));
}

/** The kinds of which nothing is being written. @param {any} incident @returns {Record<string, string>} */
export function kindsToDraft(incident) {
  const there = new Set(incident.noticeDrafts.filter(isOpenNotice).map((/** @type {any} */ each) => each.kind));
  return Object.fromEntries(Object.entries(NOTICES).filter(([kind]) => !there.has(kind)));
}

/** @param {any} incident */
export function draftNotice(incident) {
  return on(incident, {
    mutation: "draftNotice",
    title: "Draft a notice",
    intro: "Nothing is sent yet. What you leave empty begins with the words of a template.",
    button: "Draft it",
    done: "Drafted.",
    fields: [
      { name: "kind", label: "Whom it is for", type: "choice", required: true, options: kindsToDraft(incident) },
      { name: "subject", label: "Subject", type: "text", most: 300 },
      { name: "body", label: "Text", type: "area" },
    ],
  });
}

/** @param {any} incident @param {any} notice @returns {import("./parts/verb-dialog.js").Verb} */
function editNotice(incident, notice) {
  return on(incident, {
    mutation: "editNotice",
    title: "Change the words",
    anew: (now) => ofId(now.noticeDrafts, notice, (each) => editNotice(now, each)),
    intro: notice.state === "APPROVED" ? "Other words have to be approved anew, by somebody else." : undefined,
    button: "Save the words",
    done: "Saved.",
    fixed: { id: notice.id },
    wide: true,
    fields: [
      { name: "subject", label: "Subject", type: "text", required: true, most: 300, value: notice.subject },
      { name: "body", label: "Text", type: "area", required: true, value: notice.body },
    ],
  });
}

/** @param {any} incident @param {any} notice */
function approveNotice(incident, notice) {
  return on(incident, {
    mutation: "approveNotice",
    title: "Approve these words",
    intro: "You read them and they may go out. Whoever changes them voids that.",
    button: "Approve them",
    done: "Approved.",
    fixed: { id: notice.id },
  });
}

/** @param {any} incident @param {any} notice */
function discardNotice(incident, notice) {
  return on(incident, {
    mutation: "discardNotice",
    title: "Put the notice aside",
    intro: "For good. It stays readable, and another one may be drafted.",
    button: "Put it aside",
    done: "Put aside.",
    dangerous: true,
    fixed: { id: notice.id },
    fields: [{ name: "reason", label: "Why", type: "text", required: true, most: 300 }],
  });
}

const VENDORS = "{ vendors(first: 100) { nodes { id name retiredAt contacts { person { handle } } } } }";

/** Vendors on the list who can be told something. @returns {Promise<any[]>} */
export async function reachableVendors() {
  const { nodes } = (await ask(VENDORS)).vendors;
  return nodes.filter((/** @type {any} */ each) => !each.retiredAt && each.contacts.length > 0);
}

/** @param {any} incident @param {any[]} vendors those on the list who can be told something */
export function notifyVendor(incident, vendors) {
  const options = Object.fromEntries(vendors.map((each) => [each.id, each.name]));
  return on(incident, {
    mutation: "notifyVendor",
    title: "Notify a vendor",
    intro: "From now on they see what it is, its score and versions, and messages for vendors. It records no fact: say yourself when all were told.",
    button: "Notify them",
    done: "Notified.",
    fields: [
      ...(vendors.length > 0 ? [/** @type {Field} */ ({ name: "vendor", label: "Vendor on the list", type: "choice", options, hint: "Everybody who speaks for it is told." })] : []),
      { name: "person", label: vendors.length > 0 ? "Or one person" : "Which vendor", type: "text", required: vendors.length === 0, hint: HANDLE_HINT },
    ],
  });
}

/** @param {any} incident @param {any} notice @returns {Promise<import("./parts/verb-dialog.js").Verb>} */
async function sendNotice(incident, notice) {
  if (notice.kind === "FORTHCOMING_FIX") {
    return sending(incident, notice, "It goes to the addresses for announcements, as it is.", []);
  }
  const told = incident.vendorReceipts.map((/** @type {any} */ each) => each.vendor);
  const others = (await reachableVendors()).filter((each) => !told.includes(each.name));
  const options = Object.fromEntries(others.map((each) => [each.id, each.name]));
  const intro = told.length > 0 ? `${listed(told)} ${told.length === 1 ? "reads" : "read"} it: they were notified before.` : "Choose who is to read it.";
  return sending(incident, notice, intro, others.length === 0 ? [] : [{ name: "vendors", label: told.length > 0 ? "Notify these too" : "Whom to notify", type: "several", options }]);
}

/** @param {any} incident @param {any} notice @param {string} intro @param {Field[]} fields */
function sending(incident, notice, intro, fields) {
  return on(incident, {
    mutation: "sendNotice",
    title: "Send the notice",
    intro: `${intro} Once sent, it cannot be changed or taken back. Clocks that wait for it stop.`,
    button: "Send it",
    done: "Sent.",
    fixed: { id: notice.id },
    fields,
  });
}

/** What somebody may do about a notice. @param {any} incident @param {any} notice @param {Me} me @returns {{name: string, does: () => any}[]} */
export function noticeSteps(incident, notice, me) {
  if (!isOpenNotice(notice)) {
    return [];
  }
  const wroteIt = [notice.draftedBy?.handle, notice.editedBy?.handle].includes(me?.handle);
  const isReady = notice.state === "APPROVED" || !needsApproval(incident, notice.kind);
  return [
    ...(notice.state === "DRAFTED" && !wroteIt ? [{ name: "Approve…", does: () => approveNotice(incident, notice) }] : []),
    ...(isReady && me?.role === "COMMITTEE" ? [{ name: "Send…", does: () => sendNotice(incident, notice) }] : []),
    { name: "Edit…", does: () => editNotice(incident, notice) },
    { name: "Put aside…", does: () => discardNotice(incident, notice) },
  ];
}
