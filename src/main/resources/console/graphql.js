// @ts-check
/** Asks the API. Whatever goes wrong is one of two things: it was refused, or it cannot be reached. */
import { learn } from "./clock.js";

/** The API answered that it will not, and why. */
export class Refused extends Error {
  /**
   * @param {string} message @param {string} code in kebab case
   * @param {{correlationId?: string, seconds?: number}} [more] an id to report, and how long to wait
   */
  constructor(message, code, more = {}) {
    super(message);
    this.code = code;
    this.correlationId = more.correlationId ?? "";
    this.seconds = more.seconds ?? 0;
  }
}

/** Nobody answered, or what came is no answer of the API. */
export class Unreachable extends Error {}

/**
 * @param {string} document
 * @param {Record<string, unknown>} [variables]
 * @param {Record<string, string>} [headers]
 * @returns {Promise<any>} the data
 * @throws {Refused | Unreachable}
 */
export async function ask(document, variables = {}, headers = {}) {
  const asked = Date.now();
  const response = await send(JSON.stringify({ query: document, variables }), headers);
  const answer = await read(response);
  if (answer.errors?.length) {
    const refused = refusal(answer.errors[0], response);
    refusals.dispatchEvent(new CustomEvent("refused", { detail: refused.code }));
    throw refused;
  }
  if (answer.data?.serverTime) {
    learn(answer.data.serverTime, asked, Date.now());
  }
  return answer.data;
}

const refusals = new EventTarget();

/** @param {(code: string) => void} listener called with the code of each refusal */
export function onRefused(listener) {
  refusals.addEventListener("refused", (event) => listener(/** @type {CustomEvent} */ (event).detail));
}

/**
 * A change of one input. Sent again after a failure on the way it has one effect: the same input goes by the same key
 * until something came back.
 *
 * @param {string} name of the mutation
 * @param {Record<string, unknown> | null} input null for a change that takes none
 * @param {string} fields to read of what it answers
 * @param {{once?: boolean, headers?: Record<string, string>}} [options] once: its answer is shown once, so it takes no key
 */
export async function change(name, input, fields, options = {}) {
  const type = `${name[0].toUpperCase()}${name.slice(1)}Input!`;
  const selection = fields ? ` { ${fields} }` : "";
  const document = input
    ? `mutation($input: ${type}) { it: ${name}(input: $input)${selection} }`
    : `mutation { it: ${name}${selection} }`;
  const same = name + JSON.stringify(input);
  const key = options.once ? undefined : keyOf(same);
  const data = await forgettingKey(same, () =>
    ask(document, input ? { input } : {}, { ...options.headers, ...(key ? { "Idempotency-Key": key } : {}) }),
  );
  return data.it;
}

/** @type {Map<string, string>} */
const keys = new Map();

/** @param {string} same */
function keyOf(same) {
  const key = keys.get(same) ?? crypto.randomUUID();
  keys.set(same, key);
  return key;
}

/** @template T @param {string} same @param {() => Promise<T>} work @returns {Promise<T>} */
async function forgettingKey(same, work) {
  try {
    const answer = await work();
    keys.delete(same);
    return answer;
  } catch (failure) {
    if (failure instanceof Refused) {
      keys.delete(same);
    }
    throw failure;
  }
}

/** @param {string} body @param {Record<string, string>} headers */
async function send(body, headers) {
  try {
    return await fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      credentials: "same-origin",
      cache: "no-store",
      body,
    });
  } catch {
    throw new Unreachable("Cordon cannot be reached. Check your connection, then try again.");
  }
}

/** @param {Response} response */
async function read(response) {
  try {
    return await response.json();
  } catch {
    throw new Unreachable(`Cordon cannot be reached: something answered with status ${response.status}. Try again.`);
  }
}

/** @param {{message: string, extensions?: Record<string, string>}} error @param {Response} response */
function refusal(error, response) {
  return new Refused(error.message, error.extensions?.code ?? "unknown", {
    correlationId: error.extensions?.correlationId,
    seconds: Number(response.headers.get("Retry-After") ?? 0),
  });
}
