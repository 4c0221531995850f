// @ts-check
/**
 * What somebody likes, kept in this browser: nothing that is secret, nothing of an incident.
 *
 * @typedef {object} Preferences
 * @property {"system" | "light" | "dark"} theme
 * @property {string} zone IANA name of the zone times are shown in; empty for the one of this computer
 * @property {boolean} utc whether times are shown in UTC instead
 * @property {boolean} keys whether single keys work in lists
 */

const KEY = "cordon";

/** @type {Preferences} */
const DEFAULTS = { theme: "system", zone: "", utc: false, keys: true };

/** @type {Preferences} */
let current = read();

const changes = new EventTarget();

/** @returns {Preferences} */
export function preferences() {
  return current;
}

/** @param {Partial<Preferences>} change */
export function prefer(change) {
  current = { ...current, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // Storage is off: it holds until the page is left.
  }
  showTheme();
  changes.dispatchEvent(new Event("change"));
}

/** The zone times are shown in. */
export function shownZone() {
  return current.utc ? "UTC" : homeZone();
}

/** The zone times are shown in unless somebody asks for UTC. */
export function homeZone() {
  return current.zone || Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

/** @param {() => void} listener @returns {() => void} what ends it */
export function onPreference(listener) {
  changes.addEventListener("change", listener);
  return () => changes.removeEventListener("change", listener);
}

function showTheme() {
  const root = document.documentElement;
  if (current.theme === "system") {
    delete root.dataset.theme;
  } else {
    root.dataset.theme = current.theme;
  }
}

/** @returns {Preferences} */
function read() {
  try {
    return { ...DEFAULTS, ...JSON.parse(localStorage.getItem(KEY) || "{}") };
  } catch {
    return { ...DEFAULTS };
  }
}
