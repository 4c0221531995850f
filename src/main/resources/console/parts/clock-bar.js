// @ts-check
import { now, Ticks } from "../clock.js";
import { elapsed, lookOf, lookOfSegment, nextOf, segmentsOf, stateInWords } from "../deadlines.js";
import { Part, html, nothing } from "../element.js";
import { icon } from "../icons.js";
import { sentenceInWords } from "../event-words.js";
import { shownZone } from "../preferences.js";
import { shortMoment } from "../time-words.js";
import { STRENGTHS } from "../words.js";
import { absTime } from "./times.js";

/** More segments than this do not fit beside each other. */
const MOST = 7;

const DAY = 86_400_000;

/** The milestones of an incident in time: a list whose bars are decoration, and how each due time came about. */
class ClockBar extends Part {
  static properties = { milestones: { attribute: false }, from: {} };

  constructor() {
    super();
    /** @type {any[]} */
    this.milestones = [];
    this.from = "";
    new Ticks(this);
  }

  instants() {
    return this.milestones.map((each) => each.dueAt);
  }

  render() {
    const segments = segmentsOf(this.milestones, this.from);
    const shown = new Set(segments.flatMap((each) => each.milestones));
    const rest = this.milestones.filter((each) => !shown.has(each));
    const columns = segments.map((each) => `minmax(0, ${each.share.toFixed(4)}fr)`).join(" ");
    const next = nextOf(this.milestones);
    return html`<ol class="track ${segments.length > MOST ? "tall" : ""}" .style=${`--columns: ${columns}`}>
        ${segments.map((segment) => this.segment(segment, next))}
      </ol>
      ${rest.length > 0 ? this.rest(rest) : nothing} ${this.explanations()}`;
  }

  /** @param {import("../deadlines.js").Segment} segment @param {any} next */
  segment(segment, next) {
    const look = lookOfSegment(segment);
    const share = elapsed(segment, now()) * 100;
    const isNow = segment.start <= now() && now() < segment.end;
    return html`<li class="ms ${look}" aria-current=${segment.milestones.includes(next) ? "step" : nothing}>
      <div class="bar" aria-hidden="true" .style=${`--elapsed: ${share}%`}><u></u></div>
      ${isNow ? this.nowMark(share) : nothing}
      <div class="due-here">${segment.milestones.map((milestone) => this.milestone(milestone))}</div>
    </li>`;
  }

  /** @param {number} share */
  nowMark(share) {
    const day = Math.floor((now() - Date.parse(this.from)) / DAY);
    // Near an end the words would leave the bar, or the page.
    const end = share < 20 ? "at-start" : share > 80 ? "at-end" : "";
    return html`<span class="now ${end}" aria-hidden="true" .style=${`--at: ${share}%`}><em>Now, day ${day}</em></span>`;
  }

  /** @param {any} milestone */
  milestone(milestone) {
    const look = lookOf(milestone);
    const at = milestone.stoppedAt ?? milestone.dueAt;
    const day = Math.round((Date.parse(milestone.dueAt) - Date.parse(this.from)) / DAY);
    return html`<dl>
      <dt class="s-${look}">${icon(look)}<span>${milestone.name}</span></dt>
      <dd class="st s-${look}">${stateInWords(milestone, now())}</dd>
      ${milestone.waiver?.state === "ASKED" ? html`<dd>Waiver asked for</dd>` : nothing}
      <dd>${shortMoment(at, shownZone())}${milestone.stoppedAt || day < 1 ? nothing : ` · day ${day}`}</dd>
    </dl>`;
  }

  /** @param {any[]} milestones */
  rest(milestones) {
    return html`<ul class="rest-of-clock">
      ${milestones.map(
        (each) =>
          html`<li><span class="s-${lookOf(each)}">${icon(lookOf(each))}</span> ${each.name}:
            <span class="quiet">${stateInWords(each, now())}${each.state === "WAIVED" ? waived(each.waiver) : nothing}</span></li>`,
      )}
    </ul>`;
  }

  explanations() {
    return html`<details class="explain">
      <summary>How these times came about</summary>
      ${this.milestones.map(
        (each) =>
          html`<section>
            <h3>${each.name}</h3>
            <p class="quiet">${each.policy}, version ${each.policyVersion}: ${STRENGTHS[each.strength]}</p>
            <ol>
              ${each.explanation.map(
                (/** @type {{text: string, at: string | null}} */ step) =>
                  html`<li>${sentenceInWords(step.text)}${step.at ? html` ${absTime(step.at)}` : nothing}</li>`,
              )}
            </ol>
          </section>`,
      )}
    </details>`;
  }
}

/** @param {any} waiver who excused a deadline, and until when */
function waived(waiver) {
  return waiver?.confirmedBy
    ? html` ${waiver.until ? html`until ${absTime(waiver.until)}` : "for good"}, asked for by ${waiver.askedBy.name}, confirmed by
        ${waiver.confirmedBy.name}`
    : nothing;
}

customElements.define("clock-bar", ClockBar);
