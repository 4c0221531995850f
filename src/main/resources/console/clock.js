// @ts-check
/** What time it is for deadlines: the server's. The browser's clock only counts on from there. */
import { URGENT } from "./time-words.js";

const MINUTE = 60_000;

/** Beyond this, people are told that their own clock is wrong. */
const WRONG = 30_000;

let offset = 0;

/** The server's time, in milliseconds. */
export function now() {
  return Date.now() + offset;
}

/** How far the clock of this computer is ahead of the server's, if far enough to tell people; else 0. */
export function clockError() {
  return Math.abs(offset) > WRONG ? -offset : 0;
}

/**
 * Learns from an answer what time it is for the server.
 *
 * @param {string} serverTime ISO 8601
 * @param {number} asked when the question left @param {number} answered when the answer came
 */
export function learn(serverTime, asked, answered) {
  offset = Date.parse(serverTime) - (asked + answered) / 2;
}

/**
 * Renders a component anew when the words for its instants change: each minute, each second when one is near, never in a
 * hidden tab. When one of them passes, the component is told, so that it can ask the server what that means.
 *
 * @typedef {import("lit").ReactiveControllerHost & {instants: () => (string | null)[], passed?: () => void}} Ticking
 */
export class Ticks {
  /** @param {Ticking} host */
  constructor(host) {
    this.host = host;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.seen = now();
    this.onVisibility = () => (document.hidden ? this.stop() : this.tick());
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener("visibilitychange", this.onVisibility);
    this.seen = now();
    this.plan();
  }

  hostDisconnected() {
    document.removeEventListener("visibilitychange", this.onVisibility);
    this.stop();
  }

  hostUpdated() {
    this.plan();
  }

  stop() {
    clearTimeout(this.timer);
  }

  plan() {
    this.stop();
    if (!document.hidden) {
      this.timer = setTimeout(() => this.tick(), untilNextChange(this.times()));
    }
  }

  tick() {
    const before = this.seen;
    this.seen = now();
    if (this.times().some((at) => before <= at && at < this.seen)) {
      this.host.passed?.();
    }
    this.host.requestUpdate();
    this.plan();
  }

  times() {
    return this.host.instants().flatMap((instant) => (instant ? [Date.parse(instant)] : []));
  }
}

/** @param {number[]} times @returns {number} milliseconds, a second or more */
export function untilNextChange(times) {
  const at = now();
  const waits = times.map((time) => {
    const left = time - at;
    if (Math.abs(left) < URGENT) {
      return 1000;
    }
    // Words count whole minutes, down before the instant and up after it.
    return left > 0 ? left % MINUTE : MINUTE - (-left % MINUTE);
  });
  return Math.max(1000, Math.min(MINUTE, ...waits));
}
