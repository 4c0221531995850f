// @ts-check
/**
 * What the page one is on offers to the palette beside what every page has.
 *
 * @typedef {{name: string, does: () => void}} Command
 */

/** @type {Set<() => Command[]>} */
const offers = new Set();

/** @param {() => Command[]} commands asked whenever the palette opens @returns {() => void} what ends it */
export function offer(commands) {
  offers.add(commands);
  return () => offers.delete(commands);
}

/** @returns {Command[]} */
export function offered() {
  return [...offers].flatMap((commands) => commands());
}
