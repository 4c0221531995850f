// @ts-check
/** Who is on call, as days and the times nobody is. */
import { day } from "./time-words.js";

/** @typedef {{id: string, from: string, until: string, cancelledAt: string | null, person: {handle: string, name: string}, backup: {handle: string, name: string} | null}} Shift */

/** The shifts that count, each on the day it begins. @param {Shift[]} shifts @param {string} zone @returns {[string, Shift[]][]} */
export function byDay(shifts, zone) {
  /** @type {Map<string, Shift[]>} */
  const days = new Map();
  for (const each of shifts) {
    const name = day(each.from, zone);
    days.set(name, [...(days.get(name) ?? []), each]);
  }
  return [...days];
}

/** The time without anybody right before a shift, seen from now on. @param {Shift[]} shifts in their order @param {Shift} shift @param {number} now */
export function gapBefore(shifts, shift, now) {
  const before = shifts[shifts.indexOf(shift) - 1];
  const since = Math.max(now, before ? Date.parse(before.until) : now);
  return Date.parse(shift.from) > since ? { from: new Date(since).toISOString(), until: shift.from } : null;
}

/** Everybody named in them, once. @param {Shift[]} shifts */
export function peopleOf(shifts) {
  const people = shifts.flatMap((each) => (each.backup ? [each.person, each.backup] : [each.person]));
  return [...new Map(people.map((each) => [each.handle, each])).values()];
}
