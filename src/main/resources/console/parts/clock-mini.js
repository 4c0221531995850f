// @ts-check
import { now } from "../clock.js";
import { barInWords, elapsed, lookOfSegment, segmentsOf } from "../deadlines.js";
import { html, nothing } from "../element.js";

/**
 * The clock bar in a row of a list: one picture with one sentence.
 *
 * @param {import("../deadlines.js").Milestone[]} milestones @param {string} from
 */
export function clockMini(milestones, from) {
  const segments = segmentsOf(milestones, from);
  return html`<span class="mini" role="img" aria-label=${barInWords(milestones, now())}
    >${segments.map((segment) => piece(segment))}</span
  >`;
}

/** @param {import("../deadlines.js").Segment} segment */
function piece(segment) {
  const look = lookOfSegment(segment);
  const fills = ["running", "soon", "paused"].includes(look);
  // Through the object model: the policy of the page forbids style attributes.
  return html`<i class=${look} .style=${`flex-grow: ${segment.share}`}
    >${fills ? html`<u .style=${`width: ${elapsed(segment, now()) * 100}%`}></u>` : nothing}</i
  >`;
}
