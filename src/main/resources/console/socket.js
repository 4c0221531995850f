// @ts-check
/**
 * A client of graphql-transport-ws: one socket for all subscriptions of this tab, open while there are any. When it breaks it is
 * opened again, later each time and never by all at once, and every subscription begins again at the place it names then.
 */

/**
 * @typedef {object} Subscription
 * @property {string} document
 * @property {() => Record<string, unknown>} variables asked again whenever it begins
 * @property {(data: any) => void} next
 * @property {() => void} over called when the server ends it
 */

const ACKNOWLEDGED_WITHIN = 10_000;
const PING_EVERY = 25_000;
const PONG_WITHIN = 10_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;

/** A page that gives way to another one leaves its socket to it. */
const LINGER = 5_000;

/** Nobody is signed in, or too many tabs are open: to try again soon would not help. */
const REFUSED = [4400, 4401, 4403, 4406, 4429];

/** @type {Map<string, Subscription>} */
const subscriptions = new Map();

const changes = new EventTarget();

/** @type {WebSocket | null} */
let socket = null;
let stands = false;
let begun = 0;
let failures = 0;

/** @type {Record<"deadline" | "ping" | "retry" | "linger", ReturnType<typeof setTimeout> | undefined>} */
const timers = { deadline: undefined, ping: undefined, retry: undefined, linger: undefined };

/** Whether what happens is told at once. */
export function socketStands() {
  return stands;
}

/** @param {"change" | "refused"} what @param {() => void} listener @returns {() => void} what ends it */
export function onSocket(what, listener) {
  changes.addEventListener(what, listener);
  return () => changes.removeEventListener(what, listener);
}

/** @param {Subscription} subscription @returns {() => void} what ends it */
export function subscribe(subscription) {
  const id = String(++begun);
  subscriptions.set(id, subscription);
  clearTimeout(timers.linger);
  if (stands) {
    begin(id, subscription);
  } else if (!socket && !timers.retry) {
    open();
  }
  return () => {
    if (subscriptions.delete(id) && stands) {
      send({ id, type: "complete" });
    }
    if (subscriptions.size === 0) {
      timers.linger = setTimeout(rest, LINGER);
    }
  };
}

/** Tries at once, such as after signing in, or when the network is back. */
export function reconnect() {
  if (!socket && subscriptions.size > 0) {
    failures = 0;
    open();
  }
}

function open() {
  clearTimeout(timers.retry);
  timers.retry = undefined;
  const opened = new WebSocket(`${location.origin.replace(/^http/, "ws")}/graphql`, "graphql-transport-ws");
  socket = opened;
  timers.deadline = setTimeout(() => opened.close(4408, "Not acknowledged"), ACKNOWLEDGED_WITHIN);
  opened.onopen = () => send({ type: "connection_init" });
  opened.onmessage = (event) => heed(JSON.parse(event.data));
  opened.onclose = (event) => closed(opened, event.code);
}

/** @param {{type: string, id?: string, payload?: any}} message */
function heed({ type, id = "", payload }) {
  clearTimeout(timers.deadline);
  switch (type) {
    case "connection_ack":
      stand();
      break;
    case "next":
      subscriptions.get(id)?.next(payload.data);
      break;
    case "ping":
      send({ type: "pong" });
      break;
    case "error":
    case "complete":
      // The page learns why when it reads again.
      subscriptions.get(id)?.over();
      break;
  }
}

function stand() {
  stands = true;
  failures = 0;
  subscriptions.forEach((subscription, id) => begin(id, subscription));
  timers.ping = setInterval(ping, PING_EVERY);
  changes.dispatchEvent(new Event("change"));
}

/** @param {string} id @param {Subscription} subscription */
function begin(id, { document, variables }) {
  send({ id, type: "subscribe", payload: { query: document, variables: variables() } });
}

function ping() {
  const asked = socket;
  send({ type: "ping" });
  clearTimeout(timers.deadline);
  timers.deadline = setTimeout(() => asked?.close(4408, "No answer"), PONG_WITHIN);
}

/** @param {WebSocket} which @param {number} code */
function closed(which, code) {
  if (which !== socket) {
    return;
  }
  forget();
  if (REFUSED.includes(code)) {
    changes.dispatchEvent(new Event("refused"));
  }
  if (subscriptions.size > 0) {
    timers.retry = setTimeout(open, waitAfter(code));
  }
}

/** Between half of it and all of it, so that those whom a replica left do not come to the next one together. @param {number} code */
function waitAfter(code) {
  const wait = REFUSED.includes(code) ? LONGEST_WAIT : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures);
  failures += 1;
  return wait * (0.5 + Math.random() / 2);
}

function rest() {
  const idle = socket;
  forget();
  idle?.close(1000);
  clearTimeout(timers.retry);
  timers.retry = undefined;
}

function forget() {
  const stood = stands;
  socket = null;
  stands = false;
  clearTimeout(timers.deadline);
  clearInterval(timers.ping);
  if (stood) {
    changes.dispatchEvent(new Event("change"));
  }
}

/** @param {object} message */
function send(message) {
  if (socket?.readyState === WebSocket.OPEN) {
    socket.send(JSON.stringify(message));
  }
}
