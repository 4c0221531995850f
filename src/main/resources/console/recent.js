// @ts-check
/** The incidents somebody looked at since the page was loaded: kept in memory alone, and for them alone. */
import { onSession, whoIsHere } from "./session.js";

/** @typedef {{reference: string, title: string | null}} Seen */

const MOST = 5;

/** The newest first. @type {Seen[]} */
let seen = [];

let owner = whoIsHere()?.handle;

onSession("change", () => {
  const here = whoIsHere()?.handle;
  if (here !== owner) {
    seen = [];
    owner = here;
  }
});

/** @param {Seen} incident */
export function look({ reference, title }) {
  seen = [{ reference, title }, ...seen.filter((each) => each.reference !== reference)].slice(0, MOST);
}

/** What is no longer to be seen is no longer told of. @param {string} reference */
export function overlook(reference) {
  seen = seen.filter((each) => each.reference !== reference);
}

export function recent() {
  return seen;
}
