// @ts-check
import { html } from "./element.js";

/**
 * How far something may go, in the words of FIRST's Traffic Light Protocol 2.0: not beyond the organisation, or not beyond
 * those who are named where an incident is restricted. Follows from who can see it; nobody sets it.
 *
 * @param {boolean} restricted
 */
export function tlpOf(restricted) {
  return restricted ? "TLP:RED" : "TLP:AMBER+STRICT";
}

/** @param {boolean} restricted */
export function tlpChip(restricted) {
  return html`<span class="tlp ${restricted ? "red" : "amber"}">${tlpOf(restricted)}</span>`;
}
