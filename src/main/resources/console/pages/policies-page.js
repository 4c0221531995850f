// @ts-check
import { Part, html, nothing } from "../element.js";
import { ask } from "../graphql.js";
import "../parts/calendars-list.js";
import { errorBox, skeleton } from "../parts/messages.js";
import "../parts/policy-history.js";
import { STRENGTHS, WAITING, ALL_FACTS, inSentence } from "../words.js";

const READ = `{ policies { id title source default version calendar zone milestones {
  key name clock until untilAll when unless pauseWhile rollsWeekendToMonday strength source } } }`;

/** Hours in a unit, near enough to draw a bar. @type {Record<string, number>} */
const HOURS = { hour: 1, hours: 1, day: 24, days: 24, month: 730, months: 730 };

/** The deadlines in words and as bars, for anybody. */
class PoliciesPage extends Part {
  static properties = { policies: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.policies = null;
    /** @type {unknown} */
    this.failure = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    try {
      this.policies = (await ask(READ)).policies;
    } catch (failure) {
      this.failure = failure;
    }
  }

  render() {
    return html`<h1>Policies</h1>
      <p class="lead-in">By which deadlines incidents go. Each incident keeps the version it began with; a longer bar is a longer time.</p>
      ${errorBox(this.failure, "The policies could not be read.")}
      ${this.policies === null && !this.failure ? skeleton() : (this.policies ?? []).map((each) => this.policy(each))}
      <calendars-list></calendars-list>`;
  }

  /** @param {any} policy */
  policy(policy) {
    const longest = Math.max(1, ...policy.milestones.map((/** @type {any} */ each) => hoursOf(each.clock)));
    return html`<section class="card policy" aria-labelledby="policy-${policy.id}">
      <h2 id="policy-${policy.id}">${policy.title}</h2>
      <p class="quiet">
        <span class="mono">${policy.id}</span>${policy.default ? html` <span class="pill">where nobody names another</span>` : nothing}
        · ${policy.calendar ? html`business days of the calendar <a href="#calendar-${policy.calendar}">${policy.calendar}</a>${policy.zone ? ` in ${policy.zone}` : ""} · ` : nothing}Source: ${policy.source}
      </p>
      <ol class="rule-bars">
        ${policy.milestones.map((/** @type {any} */ each) => this.rule(each, longest))}
      </ol>
      <policy-history .policy=${policy.id}></policy-history>
    </section>`;
  }

  /** @param {any} rule @param {number} longest */
  rule(rule, longest) {
    const share = Math.sqrt(hoursOf(rule.clock) / longest) * 100;
    const isAhead = /before|ahead/.test(rule.clock);
    return html`<li class="rule">
      <div><b>${rule.name}</b>
        <small>${sentence(rule.clock)} · ${STRENGTHS[rule.strength]}${rule.source ? html`. Source: ${rule.source}` : nothing}</small></div>
      <div>
        ${share > 0 ? html`<div class="line ${isAhead ? "ahead" : ""}" aria-hidden="true" .style=${`--share: ${share}%`}></div>` : nothing}
        <small>${stops(rule)}${rule.pauseWhile ? `. Pauses while it waits for ${inSentence(WAITING[rule.pauseWhile])}` : ""}${rule.when ? `. Only if ${inWords(rule.when)}` : ""}${rule.unless ? `. Not if ${inWords(rule.unless)}` : ""}</small>
      </div>
    </li>`;
  }
}

/** @param {any} rule */
function stops(rule) {
  const facts = rule.until.map((/** @type {string} */ each) => inSentence(ALL_FACTS[each] ?? each));
  return facts.length === 0 ? "Starts again with every update" : `Stops when ${facts.join(rule.untilAll ? " and " : " or ")}`;
}

/** A clock with its fact in words: "Within 24 hours of: the report came in". @param {string} clock */
function sentence(clock) {
  const words = clock
    .replace("since UPDATED", "since the last update")
    .replace("PLANNED_DISCLOSURE", "the planned disclosure")
    .replace("PLANNED_RELEASE", "the planned release")
    .replace(/ of ([A-Z_]+)$/, (whole, fact) => (ALL_FACTS[fact] ? ` after: ${inSentence(ALL_FACTS[fact])}` : whole))
    .replace(/^of ([A-Z_]+)$/, (whole, fact) => (ALL_FACTS[fact] ? `no figure, after: ${inSentence(ALL_FACTS[fact])}` : whole));
  return words[0].toUpperCase() + words.slice(1);
}

/** A condition in words: "the severity is high or critical". @param {string} condition */
function inWords(condition) {
  return condition
    .replace(/\b([A-Z_]+) has happened/g, (whole, fact) => (ALL_FACTS[fact] ? inSentence(ALL_FACTS[fact]) : whole))
    .replace(/\b(NONE|LOW|MEDIUM|HIGH|CRITICAL)\b/g, (severity) => severity.toLowerCase());
}

/** @param {string} clock */
function hoursOf(clock) {
  const found = /(\d+) (?:business )?(hours?|days?|months?)/.exec(clock);
  return found ? Number(found[1]) * HOURS[found[2]] : 0;
}

customElements.define("policies-page", PoliciesPage);
