// @ts-check
import { html } from "../element.js";
import { brandMark, icon } from "../icons.js";
import { ROLES } from "../words.js";

/** @type {[string, string, string][]} */
const TEAM = [
  ["/console/queue", "queue", "Queue"],
  ["/console/breaches", "late", "Missed"],
  ["/console/metrics", "chart", "Metrics"],
  ["/console/on-call", "calendar", "On call"],
];

/** @type {Record<string, [string, string, string][]>} address, icon and name of what a role has */
const OF_ROLE = {
  COMMITTEE: [...TEAM, ["/console/vendors", "house", "Vendors"]],
  RESPONDER: TEAM,
  REPORTER: [["/console/reports", "inbox", "Your reports"]],
  VENDOR: [["/console/notices", "inbox", "Notices"]],
  AUDITOR: [
    ["/console/times", "queue", "Times"],
    ["/console/metrics", "chart", "Metrics"],
    ["/console/audit", "log", "Audit log"],
  ],
  ADMINISTRATOR: [
    ["/console/people", "people", "People"],
    ["/console/delivery", "send", "Delivery"],
    ["/console/glass", "key", "Break glass"],
    ["/console/audit", "log", "Audit log"],
  ],
};

/** @type {[string, string, string][]} */
const OF_ALL = [
  ["/report", "plus", "New report"],
  ["/cvss", "gauge", "CVSS"],
  ["/policies", "policy", "Policies"],
  ["/console/settings", "settings", "Settings"],
];

/** Where somebody can go. @param {import("../session.js").Viewer} me @returns {[string, string, string][]} address, icon and name */
export function placesOf(me) {
  return [...(OF_ROLE[me.role] ?? []), ...OF_ALL];
}

/**
 * Where one can go, beside the page; on a phone below it.
 *
 * @param {import("../session.js").Viewer} me @param {string} here @param {() => void} signOut @param {() => void} help
 */
export function navRail(me, here, signOut, help) {
  return html`<header class="rail">
    <a class="brand" href="/console">${brandMark()}<span>Cordon<small>Response console</small></span></a>
    <nav aria-label="Main">${placesOf(me).map(([address, shape, name]) => place(address, shape, name, here))}</nav>
    <div class="foot">
      <b>${me.name}</b>${ROLES[me.role]}
      <p>
        <button class="link" @click=${signOut}>Sign out</button>
        <button class="link" @click=${help}>Keys</button>
      </p>
    </div>
  </header>`;
}

/** @param {string} address @param {string} shape @param {string} name @param {string} here */
function place(address, shape, name, here) {
  const current = here === address || (address === "/console/queue" && here.startsWith("/console/incidents"));
  return html`<a href=${address} aria-current=${current ? "page" : "false"}>${icon(shape)}<span>${name}</span></a>`;
}
