// @ts-check
import { html } from "../element.js";
import { FILTERS } from "../queue-filters.js";
import { SEVERITIES } from "../words.js";

/**
 * Which part of the queue is shown.
 *
 * @param {import("../queue-filters.js").View} view @param {(view: import("../queue-filters.js").View) => void} see
 * @param {(event: any) => void} onText
 */
export function queueBar(view, see, onText) {
  return html`<div class="filters" role="group" aria-label="Filters">
    ${Object.entries(FILTERS).map(
      ([key, name]) =>
        html`<button class="chip" aria-pressed=${view.kind === key} @click=${() => see({ ...view, kind: key })}>${name}</button>`,
    )}
    <label class="sr" for="queue-severity">Severity</label>
    <select id="queue-severity" class="chip" @change=${(/** @type {any} */ event) => see({ ...view, severity: event.target.value })}>
      <option value="" .selected=${view.severity === ""}>Any severity</option>
      ${["CRITICAL", "HIGH", "MEDIUM", "LOW"].map(
        (each) => html`<option value=${each} .selected=${view.severity === each}>${SEVERITIES[each]}</option>`,
      )}
    </select>
    <label class="sr" for="queue-text">Words, CVE, component or reference</label>
    <input id="queue-text" class="chip" type="search" placeholder="Words, CVE or reference" .value=${view.text}
      maxlength="100" @input=${onText} />
  </div>`;
}
