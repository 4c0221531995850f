// @ts-check
/**
 * Where each row of the queue stands. Rows stay there while somebody points at them or is among them with the keyboard; what the
 * layout would be by then waits.
 *
 * @typedef {{reference: string, group: string}[]} Layout from the top down
 */
import { GROUPS, groupOf } from "./queue-groups.js";

/** @param {any[]} rows in the order of the API @param {number} at @returns {Layout} */
export function layoutOf(rows, at) {
  const all = rows.map((row) => ({ reference: row.reference, group: groupOf(row, at) }));
  return Object.keys(GROUPS).flatMap((group) => all.filter((each) => each.group === group));
}

/**
 * How many rows would come, go, move or read otherwise if one layout took the place of another.
 *
 * @param {Layout} shown @param {Layout} next @param {(reference: string) => boolean} readsTheSame
 */
export function changesBetween(shown, next, readsTheSame) {
  const before = new Map(shown.map((each, place) => [each.reference, { ...each, place }]));
  const after = new Set(next.map((each) => each.reference));
  const gone = shown.filter((each) => !after.has(each.reference)).length;
  const stayed = next.flatMap((each) => {
    const old = before.get(each.reference);
    return old?.group === each.group && readsTheSame(each.reference) ? [old.place] : [];
  });
  return gone + next.length - inOrder(stayed);
}

/** How many of these places can stay while the others move: the length of the longest rising sequence. @param {number[]} places */
function inOrder(places) {
  /** The lowest place that ends a rising sequence of each length. @type {number[]} */
  const ends = [];
  for (const place of places) {
    const longer = ends.findIndex((end) => end > place);
    ends[longer < 0 ? ends.length : longer] = place;
  }
  return ends.length;
}

/**
 * What is shown of a list that stays still while somebody is in it: what changed waits until they left or ask for it. That holds for
 * what a row says too, since a longer title makes it higher and pushes those below it.
 */
export class StillLayout {
  /** @param {HTMLElement & import("lit").ReactiveControllerHost} host @param {string} where the list is */
  constructor(host, where) {
    this.host = host;
    this.where = where;
    /** @type {Layout} */
    this.shown = [];
    /** What each row says that is shown. @type {Map<string, any>} */
    this.rows = new Map();
    /** How many changes wait. */
    this.waiting = 0;
    /** Whether the next layout is shown whoever is in the list: somebody asked for it. */
    this.wanted = true;
  }

  /** @param {any[]} rows @param {number} at @returns {boolean} whether they are shown as they stand now */
  take(rows, at) {
    const next = layoutOf(rows, at);
    const newest = new Map(rows.map((row) => [row.reference, row]));
    const readsTheSame = (/** @type {string} */ reference) => JSON.stringify(this.rows.get(reference)) === JSON.stringify(newest.get(reference));
    this.waiting = this.wanted || !this.isInUse() ? 0 : changesBetween(this.shown, next, readsTheSame);
    if (this.waiting > 0) {
      return false;
    }
    this.wanted = false;
    this.shown = next;
    this.rows = newest;
    return true;
  }

  isInUse() {
    return this.host.querySelector(`${this.where}:hover, ${this.where}:focus-within`) !== null;
  }

  /** Somebody may have left: the event comes before that shows. */
  left() {
    setTimeout(() => this.waiting > 0 && this.host.requestUpdate());
  }

  /** Somebody asks for what waits. */
  show() {
    this.wanted = true;
    this.host.requestUpdate();
  }
}
