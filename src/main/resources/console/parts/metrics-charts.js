// @ts-check
/** The charts of the metrics: rows of words and figures with a drawing between them, so that they fit any width. */
import { html, nothing, svg } from "../element.js";
import { DECIDED, FEW, boundInWords, lengthInWords, marginInWords, share } from "../metrics.js";
import { lengthOf } from "../time-words.js";

/** The fills behind the drawings: late is red, and hatched where it was met after all. */
export function patterns() {
  return html`<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      <pattern id="fill-late" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="under" width="6" height="6" /><rect class="over" width="2.500" height="6" />
      </pattern>
      <pattern id="fill-metRecordedLate" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="under" width="6" height="6" /><rect class="paper" width="1.500" height="6" />
      </pattern>
      <pattern id="fill-missedBeforeRebase" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="paper" width="6" height="6" /><rect class="over" width="2.500" height="6" />
      </pattern>
    </defs>
  </svg>`;
}

/** What the fills mean. */
export function legend() {
  return html`<ul class="legend">
    ${Object.entries(DECIDED).map(
      ([place, name]) => html`<li><svg width="14" height="14" aria-hidden="true"><rect class="f-${place}" width="14" height="14" rx="3" /></svg>${name}</li>`,
    )}
  </ul>`;
}

/** How many were kept, milestone by milestone. @param {any[]} milestones */
export function keptChart(milestones) {
  return html`<ul class="chart">
    ${milestones.map(
      (each) =>
        html`<li>
          <span class="what">${each.name}</span>
          ${each.of === 0 ? html`<span class="drawing quiet">Nothing decided</span>` : each.of < FEW ? single(each) : bar(each)}
          <span class="figure">${each.repeats ? cycles(each) : each.of === 0 ? "" : `${share(each)} met in time`}</span>
        </li>`,
    )}
  </ul>`;
}

/** @param {any} milestone */
function cycles(milestone) {
  return milestone.cyclesMissed === 1 ? "1 silence too long" : `${milestone.cyclesMissed ?? 0} silences too long`;
}

/** @param {any} milestone */
function bar(milestone) {
  let at = 0;
  return html`<svg class="drawing" height="18" role="img" aria-label=${inWords(milestone)}>
    ${Object.keys(DECIDED).map((place) => {
      const width = (milestone[place] / milestone.of) * 100;
      const drawn = width > 0 ? svg`<rect class="f-${place}" x="${at}%" y="1" width="${width}%" height="16" rx="2" />` : nothing;
      at += width;
      return drawn;
    })}
  </svg>`;
}

/** One square each, while they are few. @param {any} milestone */
function single(milestone) {
  const places = Object.keys(DECIDED).flatMap((place) => Array(milestone[place]).fill(place));
  return html`<svg class="drawing" height="18" role="img" aria-label=${inWords(milestone)}>
    ${places.map((place, index) => svg`<rect class="f-${place}" x="${1 + index * 22}" y="1" width="16" height="16" rx="8" />`)}
  </svg>`;
}

/** @param {any} milestone */
function inWords(milestone) {
  const counts = Object.entries(DECIDED).filter(([place]) => milestone[place] > 0);
  return counts.map(([place, name]) => `${name}: ${milestone[place]}`).join(", ");
}

/** How long each took, on a line of its own measure, with the time that was allowed. @param {any[]} milestones */
export function tookChart(milestones) {
  return strips(milestones, (each) => {
    const limit = limitOf(each.dots);
    const longest = Math.max(1, limit, ...each.dots.map((/** @type {any} */ dot) => lengthOf(dot.took)), lengthOf(each.tookNinetieth ?? ""));
    const at = (/** @type {number} */ length) => 3 + (length / longest) * 94;
    return {
      dots: each.dots.map((/** @type {any} */ dot) => ({ at: at(lengthOf(dot.took)), late: isLate(dot) })),
      lines: [
        ...(limit > 0 ? [{ at: at(limit), kind: "limit" }] : []),
        ...(each.tookMedian ? [{ at: at(lengthOf(each.tookMedian)), kind: "median" }] : []),
      ],
      figure: each.tookMedian ? html`half within ${lengthInWords(each.tookMedian)}, nine of ten within ${lengthInWords(each.tookNinetieth)}` : few(each, (dot) => lengthInWords(dot.took)),
    };
  });
}

/** How early or late each was, around the due time in the middle. @param {any[]} milestones */
export function marginChart(milestones) {
  const withMargin = milestones.filter((each) => each.marginMedian !== null || each.dots.some((/** @type {any} */ dot) => dot.margin !== null));
  return strips(withMargin, (each) => {
    const margins = each.dots.filter((/** @type {any} */ dot) => dot.margin !== null);
    const lengths = margins.map((/** @type {any} */ dot) => lengthOf(dot.margin));
    const widest = Math.max(1, ...lengths.map(Math.abs), Math.abs(lengthOf(each.marginMedian ?? "")));
    // Early is to the left of the due time, as on a clock that runs to the right.
    const at = (/** @type {number} */ length) => 50 - (length / widest) * 47;
    return {
      dots: margins.map((/** @type {any} */ dot, /** @type {number} */ index) => ({ at: at(lengths[index]), late: isLate(dot) })),
      lines: [{ at: 50, kind: "limit" }, ...(each.marginMedian ? [{ at: at(lengthOf(each.marginMedian)), kind: "median" }] : [])],
      figure: each.marginMedian ? html`half ${boundInWords(each.marginMedian)}, nine of ten ${boundInWords(each.marginNinetieth)}` : few(each, (dot) => marginInWords(dot.margin)),
    };
  });
}

/** @param {any} milestone @param {(dot: any) => string} inWords */
function few(milestone, inWords) {
  return milestone.dots.map(inWords).join(", ");
}

/** @param {any} dot */
function isLate(dot) {
  return dot.margin !== null && lengthOf(dot.margin) < 0;
}

/** The time that was allowed, if it was the same for all; 0 if not. @param {any[]} dots */
function limitOf(dots) {
  const limits = dots.map((dot) => (dot.margin === null ? 0 : lengthOf(dot.took) + lengthOf(dot.margin)));
  const first = limits[0] ?? 0;
  return limits.every((each) => Math.abs(each - first) < 60_000) ? Math.max(0, first) : 0;
}

/**
 * @typedef {object} Strip
 * @property {{at: number, late: boolean}[]} dots
 * @property {{at: number, kind: string}[]} lines
 * @property {unknown} figure
 *
 * @param {any[]} milestones @param {(milestone: any) => Strip} stripOf
 */
function strips(milestones, stripOf) {
  const shown = milestones.filter((each) => each.dots.length > 0 || each.tookMedian !== null);
  if (shown.length === 0) {
    return html`<p class="quiet">Nothing was met yet.</p>`;
  }
  return html`<ul class="chart">
    ${shown.map((each) => {
      const strip = stripOf(each);
      return html`<li>
        <span class="what">${each.name}</span>
        <svg class="drawing" height="22" aria-hidden="true">
          <line class="axis" x1="0" x2="100%" y1="11" y2="11" />
          ${strip.lines.map((line) => svg`<line class="${line.kind}" x1="${line.at}%" x2="${line.at}%" y1="1" y2="21" />`)}
          ${strip.dots.map((dot) => dotAt(dot))}
        </svg>
        <span class="figure">${strip.figure}</span>
      </li>`;
    })}
  </ul>`;
}

/** A late one differs by shape too. @param {{at: number, late: boolean}} dot */
function dotAt(dot) {
  return dot.late
    ? svg`<svg x="${dot.at}%" y="11" overflow="visible"><rect class="dot late" x="-4.500" y="-4.500" width="9" height="9" /></svg>`
    : svg`<circle class="dot" cx="${dot.at}%" cy="11" r="4.500" />`;
}
