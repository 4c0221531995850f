// @ts-check
/**
 * Keeps what a page shows up to date, and says how old it is. It asks every 30 seconds; a subscription can take the place
 * of that behind the same function.
 */
import { Refused } from "./graphql.js";

const EVERY = 30_000;

/** After this long without an answer, people are told how old it is. */
const STALE = 120_000;

const state = {
  /** When the last answer came, by this computer's clock; 0 before the first. */
  updatedAt: 0,
  /** Since when nothing was answered; 0 while all is well. */
  failingSince: 0,
  /** Whether a page asks at all. */
  following: 0,
};

const changes = new EventTarget();

/** What asks at once, of each page that follows. @type {Set<() => Promise<void>>} */
const followers = new Set();

/** Has every page ask at once, such as after signing in again. */
export function refresh() {
  followers.forEach((again) => again());
}

/** @returns {{kind: "idle" | "live" | "stale" | "offline", at: number}} */
export function freshness() {
  if (state.failingSince > 0 && !navigator.onLine) {
    return { kind: "offline", at: state.failingSince };
  }
  if (state.following === 0 || state.updatedAt === 0) {
    return { kind: "idle", at: 0 };
  }
  const stale = state.failingSince > 0 && Date.now() - state.updatedAt > STALE;
  return stale ? { kind: "stale", at: state.updatedAt } : { kind: "live", at: state.updatedAt };
}

/** @param {() => void} listener @returns {() => void} what ends it */
export function onFreshness(listener) {
  changes.addEventListener("change", listener);
  return () => changes.removeEventListener("change", listener);
}

/**
 * Calls `load` now, then again and again while the tab is seen, at once when the network is back or the tab is seen again.
 *
 * @param {() => Promise<unknown>} load
 * @returns {{stop: () => void, again: () => Promise<void>}} what ends it, and what asks at once
 */
export function follow(load) {
  state.following += 1;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let stopped = false;

  async function again() {
    clearTimeout(timer);
    const wait = await noting(load);
    clearTimeout(timer);
    if (!stopped) {
      timer = setTimeout(() => !document.hidden && again(), wait);
    }
  }
  const whenSeen = () => !document.hidden && again();
  const whenOffline = () => note(false);
  document.addEventListener("visibilitychange", whenSeen);
  addEventListener("online", again);
  addEventListener("offline", whenOffline);
  followers.add(again);
  again();
  return {
    again,
    stop() {
      stopped = true;
      followers.delete(again);
      state.following -= 1;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", whenSeen);
      removeEventListener("online", again);
      removeEventListener("offline", whenOffline);
      changes.dispatchEvent(new Event("change"));
    },
  };
}

/** @param {() => Promise<unknown>} load @returns {Promise<number>} how long to wait before asking again */
async function noting(load) {
  try {
    await load();
    note(true);
    return EVERY;
  } catch (failure) {
    note(failure instanceof Refused);
    return failure instanceof Refused && failure.seconds > 0 ? failure.seconds * 1000 : EVERY;
  }
}

/** @param {boolean} answered */
function note(answered) {
  if (answered) {
    state.updatedAt = Date.now();
    state.failingSince = 0;
  } else if (state.failingSince === 0) {
    state.failingSince = Date.now();
  }
  changes.dispatchEvent(new Event("change"));
}
