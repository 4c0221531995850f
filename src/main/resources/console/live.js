// @ts-check
/**
 * Keeps what a page shows up to date, and says how old it is. A page that has a subscription asks when it is told to; while the
 * socket is not to be had, and on other pages, it asks every 30 seconds.
 */
import { Refused } from "./graphql.js";
import { onSession, stillHere } from "./session.js";
import { onSocket, reconnect, socketStands, subscribe } from "./socket.js";

const EVERY = 30_000;

/** While the socket stands nothing is missed; this is for what nobody tells, such as a policy that changed. */
const EVERY_WHILE_TOLD = 300_000;

/** What is told in a burst is asked for once. */
const BURST = 250;

/** After this long without an answer, people are told how old it is; without a socket, that the page asks by itself. */
const STALE = 120_000;

const state = {
  /** When the last answer came, by this computer's clock; 0 before the first. */
  updatedAt: 0,
  /** Since when nothing was answered; 0 while all is well. */
  failingSince: 0,
  /** Whether a page asks at all. */
  following: 0,
  /** How many subscriptions run. */
  told: 0,
  /** Since when there has been no socket for them; 0 while there is. */
  apartSince: 0,
};

const changes = new EventTarget();

/** What asks at once, of each page that follows. @type {Set<() => Promise<void>>} */
const followers = new Set();

/** Has every page ask at once, such as after signing in again. */
export function refresh() {
  followers.forEach((again) => again());
}

/**
 * @returns {{kind: "idle" | "told" | "live" | "asking" | "stale" | "offline", at: number}} told: what happens is shown at once;
 *   asking: there has been no socket for a while, and the page asks from time to time
 */
export function freshness() {
  if (state.failingSince > 0 && !navigator.onLine) {
    return { kind: "offline", at: state.failingSince };
  }
  if (state.following === 0 || state.updatedAt === 0) {
    return { kind: "idle", at: 0 };
  }
  const stale = state.failingSince > 0 && Date.now() - state.updatedAt > STALE;
  if (stale) {
    return { kind: "stale", at: state.updatedAt };
  }
  if (state.told > 0 && socketStands()) {
    return { kind: "told", at: Date.now() };
  }
  const apart = state.told > 0 && state.apartSince > 0 && Date.now() - state.apartSince > STALE;
  return { kind: apart ? "asking" : "live", at: state.updatedAt };
}

/** @param {() => void} listener @returns {() => void} what ends it */
export function onFreshness(listener) {
  changes.addEventListener("change", listener);
  return () => changes.removeEventListener("change", listener);
}

/**
 * What a page wants to be told of.
 *
 * @typedef {object} Wish
 * @property {string} document a subscription
 * @property {() => Record<string, unknown> | null} variables the place to begin at, asked whenever it begins; null while there is
 *   nothing to follow
 */

/**
 * Calls `load` now, when something happened, and from time to time while the tab is seen; at once when the network is back or
 * the tab is seen again.
 *
 * @param {() => Promise<unknown>} load
 * @param {Wish} [wish]
 * @returns {{stop: () => void, again: () => Promise<void>, elsewhere: () => Promise<void>}} what ends it, what asks at once, and
 *   what begins anew because the page shows another thing
 */
export function follow(load, wish) {
  state.following += 1;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;
  /** @type {(() => void) | undefined} */
  let unsubscribe;
  let stopped = false;

  async function again() {
    clearTimeout(timer);
    const wait = await noting(load);
    clearTimeout(timer);
    if (!stopped) {
      listen();
      timer = setTimeout(() => !document.hidden && again(), unsubscribe && socketStands() ? EVERY_WHILE_TOLD : wait);
    }
  }
  function listen() {
    if (wish && !unsubscribe && wish.variables()) {
      state.told += 1;
      state.apartSince ||= socketStands() ? 0 : Date.now();
      const { document } = wish;
      const end = subscribe({ document, variables: () => wish.variables() ?? {}, next: told, over });
      unsubscribe = () => {
        state.told -= 1;
        end();
        unsubscribe = undefined;
      };
    }
  }
  function over() {
    unsubscribe?.();
    told();
  }
  function told() {
    clearTimeout(soon);
    soon = setTimeout(again, BURST);
  }
  function elsewhere() {
    unsubscribe?.();
    return again();
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
    elsewhere,
    stop() {
      stopped = true;
      followers.delete(again);
      state.following -= 1;
      unsubscribe?.();
      clearTimeout(timer);
      clearTimeout(soon);
      document.removeEventListener("visibilitychange", whenSeen);
      removeEventListener("online", again);
      removeEventListener("offline", whenOffline);
      changes.dispatchEvent(new Event("change"));
    },
  };
}

let stoodBefore = false;
onSocket("change", () => {
  state.apartSince = socketStands() ? 0 : Date.now();
  changes.dispatchEvent(new Event("change"));
  if (!socketStands()) {
    // Not all who followed on one replica at the same moment.
    setTimeout(() => !socketStands() && refresh(), Math.random() * EVERY);
  } else if (stoodBefore) {
    refresh();
  }
  stoodBefore = true;
});
// A session that ended is noticed here first.
onSocket("refused", () => stillHere().catch(() => {}));
onSession("change", reconnect);
addEventListener("online", reconnect);

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
