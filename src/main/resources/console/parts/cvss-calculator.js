// @ts-check
import { Part, html, nothing } from "../element.js";
import { Refused, ask } from "../graphql.js";
import { SEVERITIES } from "../words.js";
import { errorBox } from "./messages.js";
import { bars } from "./sev-mark.js";

/**
 * @typedef {object} Metric
 * @property {string} abbreviation
 * @property {string} name
 * @property {string} group
 * @property {boolean} mandatory
 * @property {{value: string, name: string, sentence: string}[]} values
 */

const DEBOUNCE = 150;

/** @type {Record<string, string>} */
const VERSIONS = { V3_1: "3.1", V4_0: "4.0", V3_0: "3.0" };

/** @type {Record<string, string>} */
const GROUPS = { BASE: "Base", TEMPORAL: "Temporal", THREAT: "Threat", ENVIRONMENTAL: "Environmental", SUPPLEMENTAL: "Supplemental: changes no score" };

/** The question behind a metric; official name and code come second. @type {Record<string, string>} */
const QUESTIONS = {
  AV: "From where does the attacker reach it?",
  AC: "How hard is the attack?",
  AT: "Must something be just so for it to work?",
  PR: "What account does the attacker need first?",
  UI: "Must somebody else do something?",
  S: "Does it reach beyond the component itself?",
  C: "What can be read?",
  I: "What can be changed?",
  A: "What can be stopped?",
  VC: "What of the component can be read?",
  VI: "What of the component can be changed?",
  VA: "What of the component can be stopped?",
  SC: "What of other systems can be read?",
  SI: "What of other systems can be changed?",
  SA: "What of other systems can be stopped?",
  E: "Is it exploited, or could it easily be?",
  RL: "Is there a remedy?",
  RC: "How sure is it?",
};

const METRICS = `query($version: CvssVersion!) { cvssMetrics(version: $version) {
  abbreviation name group mandatory values { value name sentence } } }`;
const SCORE = `query($vector: String!) { cvss(vector: $vector) {
  overallScore severity baseScore baseSeverity temporalScore environmentalScore nomenclature sentence version } }`;
const DIFFERENCE = `query($from: String!, $to: String!) { cvssDifference(from: $from, to: $to) {
  sentence comparable changes { sentence } } }`;

/** @type {Map<string, Promise<Metric[]>>} */
const metricsOf = new Map();

/** @param {string} version @returns {Promise<Metric[]>} */
function metrics(version) {
  const known = metricsOf.get(version) ?? ask(METRICS, { version }).then((data) => data.cvssMetrics);
  metricsOf.set(version, known);
  known.catch(() => metricsOf.delete(version));
  return known;
}

/**
 * A CVSS vector, pasted or put together by answers. The score comes from the server. Fires `vector` whenever it changed;
 * `score` is there once it is complete.
 */
class CvssCalculator extends Part {
  static properties = {
    vector: {},
    last: {},
    version: { state: true },
    metrics: { state: true },
    score: { state: true },
    difference: { state: true },
    failure: { state: true },
  };

  constructor() {
    super();
    this.vector = "";
    /** @type {string} the vector it is compared with */
    this.last = "";
    this.version = "V3_1";
    /** @type {Metric[]} */
    this.metrics = [];
    /** @type {any} */
    this.score = null;
    /** @type {any} */
    this.difference = null;
    /** @type {unknown} */
    this.failure = null;
    this.turn = 0;
  }

  willUpdate(/** @type {Map<string, unknown>} */ changed) {
    if (changed.has("vector")) {
      this.version = versionOf(this.vector) ?? this.version;
      this.ask();
    }
    if (changed.has("version") || this.metrics.length === 0) {
      this.learn();
    }
  }

  async learn() {
    const version = this.version;
    try {
      const found = await metrics(version);
      if (version === this.version && found !== this.metrics) {
        this.metrics = found;
      }
    } catch (failure) {
      this.failure = failure;
    }
  }

  /** @param {string} vector */
  set(vector) {
    this.vector = vector.trim();
    this.dispatchEvent(new CustomEvent("vector", { bubbles: true, detail: this.vector }));
  }

  /** @param {string} version */
  useVersion(version) {
    this.version = version;
    this.metrics = [];
    this.set("");
  }

  /** @param {string} metric @param {string} value */
  choose(metric, value) {
    const chosen = { ...chosenIn(this.vector), [metric]: value };
    const parts = this.metrics
      .map((each) => each.abbreviation)
      .filter((name) => chosen[name] && chosen[name] !== "X")
      .map((name) => `${name}:${chosen[name]}`);
    this.set(`CVSS:${VERSIONS[this.version]}/${parts.join("/")}`);
  }

  missing() {
    const chosen = chosenIn(this.vector);
    return this.metrics.filter((each) => each.mandatory && !chosen[each.abbreviation]);
  }

  ask() {
    clearTimeout(this.timer);
    const turn = ++this.turn;
    this.timer = setTimeout(() => this.askNow(turn), DEBOUNCE);
  }

  /** @param {number} turn */
  async askNow(turn) {
    if (this.vector === "" || (this.isOurs && this.missing().length > 0)) {
      this.settle(turn, null, null, null);
      return;
    }
    try {
      const { cvss } = await ask(SCORE, { vector: this.vector });
      const compared = this.last && this.last !== this.vector;
      const difference = compared ? (await ask(DIFFERENCE, { from: this.last, to: this.vector })).cvssDifference : null;
      this.settle(turn, cvss, difference, null);
    } catch (failure) {
      this.settle(turn, null, null, failure);
    }
  }

  /** @param {number} turn @param {any} score @param {any} difference @param {unknown} failure */
  settle(turn, score, difference, failure) {
    if (turn === this.turn) {
      this.score = score;
      this.difference = difference;
      this.failure = failure;
      this.dispatchEvent(new CustomEvent("score", { bubbles: true, detail: score }));
    }
  }

  render() {
    return html`<div class="cvss">
      <div class="cvss-top">
        <span class="seg" role="group" aria-label="Version of CVSS">
          ${Object.entries(VERSIONS).map(
            ([key, name]) =>
              html`<button type="button" aria-pressed=${this.version === key} @click=${() => this.useVersion(key)}>${name}</button>`,
          )}
        </span>
        <p class="field">
          <label for="cvss-vector">Vector</label>
          <input id="cvss-vector" spellcheck="false" autocomplete="off" placeholder="Paste one, or answer below" .value=${this.vector}
            maxlength="600" @input=${(/** @type {any} */ event) => this.paste(event.target.value)} />
        </p>
        ${this.result()}
      </div>
      ${this.problem()}
      <div class="cvss-words" aria-live="polite">${this.words()}</div>
      ${Object.keys(GROUPS).map((group) => this.group(group))}
    </div>`;
  }

  /** @param {string} text */
  paste(text) {
    this.isOurs = false;
    this.set(text);
  }

  result() {
    return this.score
      ? html`<div class="score">
          <strong>${Number(this.score.overallScore).toFixed(1)}</strong>
          <div><b>${SEVERITIES[this.score.severity]}</b><span class="sev">${bars(this.score.severity)}</span></div>
          <span class="quiet">${this.score.nomenclature}</span>
        </div>`
      : html`<p class="quiet">No score yet</p>`;
  }

  problem() {
    if (this.failure instanceof Refused) {
      return html`<p class="box wait" role="status">${this.failure.message}</p>`;
    }
    return this.failure ? errorBox(this.failure, "The score waits for the server. Your vector is kept.") : nothing;
  }

  words() {
    const missing = this.missing();
    if (!this.score) {
      return missing.length > 0 && missing.length < this.metrics.filter((each) => each.mandatory).length
        ? html`<p class="quiet">Still to answer: ${missing.map((each) => each.name.toLowerCase()).join(", ")}.</p>`
        : nothing;
    }
    return html`<p><b>In words:</b> ${this.score.sentence}</p>
      ${this.difference
        ? html`<p><b>Change from the last score:</b> ${this.difference.sentence}</p>
            <ul>
              ${this.difference.changes.map((/** @type {any} */ each) => html`<li>${each.sentence}</li>`)}
            </ul>`
        : nothing}`;
  }

  /** @param {string} group */
  group(group) {
    const ofGroup = this.metrics.filter((each) => each.group === group);
    if (ofGroup.length === 0) {
      return nothing;
    }
    const content = html`<div class="questions">${ofGroup.map((each) => this.metric(each))}</div>`;
    return group === "BASE" ? content : html`<details class="group"><summary>${GROUPS[group]}</summary>${content}</details>`;
  }

  /** @param {Metric} metric */
  metric(metric) {
    const chosen = chosenIn(this.vector)[metric.abbreviation] ?? (metric.mandatory ? "" : "X");
    const question = metric.group === "BASE" ? QUESTIONS[metric.abbreviation] : undefined;
    return html`<fieldset>
      <legend>${question ? html`${question} <span>${metric.name}, ${metric.abbreviation}</span>` : html`${metric.name} <span>${metric.abbreviation}</span>`}</legend>
      <div class="choices">
        ${metric.values.map(
          (each) =>
            html`<label><input type="radio" name="cvss-${metric.abbreviation}" .checked=${chosen === each.value}
              @change=${() => this.answer(metric.abbreviation, each.value)} />${each.name}</label>`,
        )}
      </div>
      <details>
        <summary>What they mean<span class="sr">: ${metric.name}</span></summary>
        <dl class="help">${metric.values.map((each) => html`<dt>${each.name}</dt><dd>${each.sentence}</dd>`)}</dl>
      </details>
    </fieldset>`;
  }

  /** @param {string} metric @param {string} value */
  answer(metric, value) {
    this.isOurs = true;
    this.choose(metric, value);
  }
}

/** @param {string} vector @returns {string | undefined} */
function versionOf(vector) {
  const found = /^CVSS:(3\.0|3\.1|4\.0)\//.exec(vector);
  return found ? Object.keys(VERSIONS).find((key) => VERSIONS[key] === found[1]) : undefined;
}

/** @param {string} vector @returns {Record<string, string>} */
function chosenIn(vector) {
  const parts = vector.split("/").slice(1).map((part) => part.split(":"));
  return Object.fromEntries(parts.filter((part) => part.length === 2));
}

customElements.define("cvss-calculator", CvssCalculator);
