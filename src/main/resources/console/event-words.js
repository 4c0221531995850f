// @ts-check
/** An event of the timeline as people read it: its summary has the words and instants of the API in it. */
import { now } from "./clock.js";
import { shownZone } from "./preferences.js";
import { moment } from "./time-words.js";
import { ALL_FACTS, CHANNELS, CREDITS, SEVERITIES, STATUSES, VENDOR_ANSWERS, WAITING, inSentence } from "./words.js";

/** @type {Record<string, Record<string, string>>} the words that a kind of event has in its summary */
const VOCABULARIES = {
  FACT_RECORDED: ALL_FACTS,
  FACT_SUPERSEDED: ALL_FACTS,
  STATUS_CHANGED: STATUSES,
  SCORED: SEVERITIES,
  REPORTED: CHANNELS,
  WAITING_CHANGED: WAITING,
  CREDIT_CHOSEN: CREDITS,
  VENDOR_ANSWERED: VENDOR_ANSWERS,
};

const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;
const SAME_TIME = 60_000;

/** A sentence of the API with its facts and instants in words. @param {string} text */
export function sentenceInWords(text) {
  return text
    .replace(/\b[A-Z]+(?:_[A-Z]+)+\b/g, (word) => (ALL_FACTS[word] ? `“${ALL_FACTS[word]}”` : word))
    .replace(INSTANT, (instant) => moment(instant, shownZone(), now()));
}

/** @param {{kind: string, summary: string, at: string, actor: {name: string} | null}} event */
export function eventInWords(event) {
  const words = VOCABULARIES[event.kind] ?? {};
  const text = event.summary
    .replace(/\b[A-Z]+(?:_[A-Z]+)*\b/g, (word, at) => (words[word] ? inPlace(words[word], at, event.kind) : word))
    .replace(INSTANT, (instant) => moment(instant, shownZone(), now()));
  return withoutOwnTime(withoutOwnName(text, event), event);
}

/** @param {string} word @param {number} at @param {string} kind */
function inPlace(word, at, kind) {
  if (kind === "STATUS_CHANGED") {
    return at === 0 ? `from “${word}”` : `“${word}”`;
  }
  return at === 0 || kind === "SCORED" ? word : inSentence(word);
}

/** The actor is named before it. @param {string} text @param {{actor: {name: string} | null}} event */
function withoutOwnName(text, event) {
  const own = event.actor ? `${event.actor.name} ` : "";
  return own && text.startsWith(own) ? text.slice(own.length) : event.actor ? `: ${text}` : text;
}

/** When it was recorded stands beside it. @param {string} text @param {{summary: string, at: string}} event */
function withoutOwnTime(text, event) {
  const said = event.summary.match(INSTANT) ?? [];
  const isSame = said.length === 1 && Math.abs(Date.parse(said[0]) - Date.parse(event.at)) < SAME_TIME;
  return isSame ? text.replace(` at ${moment(said[0], shownZone(), now())}`, "") : text;
}
