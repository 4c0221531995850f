// @ts-check
/** Who is signed in here. */
import { ask, onRefused } from "./graphql.js";

/**
 * @typedef {object} Viewer
 * @property {string} handle
 * @property {string} name
 * @property {"COMMITTEE" | "RESPONDER" | "REPORTER" | "VENDOR" | "AUDITOR" | "ADMINISTRATOR"} role
 */

/** @type {Viewer | null} */
let viewer = null;

const changes = new EventTarget();

export function whoIsHere() {
  return viewer;
}

/** Asks the server. @returns {Promise<Viewer | null>} */
export async function meet() {
  const data = await ask("{ viewer { handle name role } serverTime }");
  become(data.viewer);
  return viewer;
}

/** @param {Viewer | null} next */
export function become(next) {
  viewer = next;
  changes.dispatchEvent(new Event("change"));
}

export async function leave() {
  await ask("mutation { signOut }");
  become(null);
}

/** Codes that may mean that the session is over: what is hidden looks absent to nobody in particular too. */
const SUSPICIOUS = ["not-signed-in", "forbidden", "incident-not-found"];

/**
 * Whether whoever was here still is. If not, the session came to its end while they were at work: whoever listens asks them
 * to sign in again, in place.
 */
export async function stillHere() {
  const data = await ask("{ viewer { handle } }");
  if (viewer && !data.viewer) {
    changes.dispatchEvent(new Event("ended"));
  }
  return data.viewer !== null;
}

onRefused((code) => {
  if (viewer && SUSPICIOUS.includes(code)) {
    // Not to be known now is no second failure.
    stillHere().catch(() => {});
  }
});

/** @param {"change" | "ended"} what @param {() => void} listener @returns {() => void} what ends it */
export function onSession(what, listener) {
  changes.addEventListener(what, listener);
  return () => changes.removeEventListener(what, listener);
}

/** The page people of a role begin at. @param {Viewer | null} who */
export function homeOf(who) {
  const homes = {
    COMMITTEE: "/console/queue",
    RESPONDER: "/console/queue",
    REPORTER: "/console/reports",
    VENDOR: "/console/notices",
    AUDITOR: "/console/times",
    ADMINISTRATOR: "/console/people",
  };
  return who ? homes[who.role] : "/sign-in";
}

/** Whether they work on incidents. @param {Viewer | null} who */
export function isOnTeam(who) {
  return who?.role === "COMMITTEE" || who?.role === "RESPONDER";
}
