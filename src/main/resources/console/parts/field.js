// @ts-check
import { now } from "../clock.js";
import { html, nothing } from "../element.js";
import { once } from "../known-people.js";
import { shownZone } from "../preferences.js";
import { zoneName } from "../time-words.js";

/**
 * @typedef {object} Field
 * @property {string} name as the input of the mutation calls it
 * @property {string} label
 * @property {"text" | "area" | "instant" | "choice" | "url" | "number" | "lines" | "check" | "several" | "password"} type
 * @property {boolean} [required]
 * @property {string} [hint]
 * @property {string} [value] what it begins with
 * @property {Record<string, string>} [options] of a choice, or of several
 * @property {{handle: string, name: string}[]} [people] who may be meant
 * @property {() => Promise<{handle: string, name: string}[]>} [choose] asks who else may be meant
 * @property {number} [most] characters
 * @property {boolean} [orNow] an instant that is left to the server while nobody changes it
 * @property {string} [autocomplete]
 * @property {boolean} [always] it is sent even as it began; emptied, as nothing
 */

/**
 * A labelled input with its hint.
 *
 * @param {Field} spec @param {string} value @param {(value: string) => void} onInput @param {string} prefix of ids
 */
export function field(spec, value, onInput, prefix) {
  const id = `${prefix}-${spec.name}`;
  const hint = spec.hint ? `${id}-hint` : undefined;
  if (spec.type === "check") {
    return html`<p class="field check">
      <input type="checkbox" id=${id} .checked=${value === "true"} aria-describedby=${hint ?? nothing}
        @change=${(/** @type {any} */ event) => onInput(String(event.target.checked))} />
      <label for=${id}>${spec.label}</label>
      ${spec.hint ? html`<span class="hint" id=${hint}>${spec.hint}</span>` : nothing}
    </p>`;
  }
  if (spec.type === "several") {
    return several(spec, id, hint, value, onInput);
  }
  return html`<p class="field">
    <label for=${id}>${spec.label}${spec.type === "instant" ? zone() : nothing}${
      spec.required ? nothing : html` <span class="optional">optional</span>`
    }</label>
    ${control(spec, id, hint, value, onInput)}
    ${spec.hint ? html`<span class="hint" id=${hint}>${spec.hint}</span>` : nothing}
  </p>`;
}

/**
 * Any number of options, each with a box; its value has one a line.
 *
 * @param {Field} spec @param {string} id @param {string | undefined} hint @param {string} value
 * @param {(value: string) => void} onInput
 */
function several(spec, id, hint, value, onInput) {
  const chosen = new Set(value.split("\n").filter((each) => each !== ""));
  const changed = (/** @type {string} */ key, /** @type {boolean} */ isChosen) => {
    isChosen ? chosen.add(key) : chosen.delete(key);
    onInput([...chosen].join("\n"));
  };
  return html`<fieldset class="field several" aria-describedby=${hint ?? nothing}>
    <legend>${spec.label}</legend>
    ${Object.entries(spec.options ?? {}).map(
      ([key, label]) => html`<label>
        <input type="checkbox" id="${id}-${key}" .checked=${chosen.has(key)}
          @change=${(/** @type {any} */ event) => changed(key, event.target.checked)} />${label}
      </label>`,
    )}
    ${spec.hint ? html`<span class="hint" id=${hint}>${spec.hint}</span>` : nothing}
  </fieldset>`;
}

function zone() {
  return html` <span class="zone">(${zoneName(new Date(now()).toISOString(), shownZone())})</span>`;
}

/**
 * @param {Field} spec @param {string} id @param {string | undefined} hint @param {string} value
 * @param {(value: string) => void} onInput
 */
function control(spec, id, hint, value, onInput) {
  const changed = (/** @type {any} */ event) => onInput(event.target.value);
  const described = hint ?? nothing;
  const required = spec.required ?? false;
  if (spec.type === "area" || spec.type === "lines") {
    return html`<textarea id=${id} rows=${spec.type === "lines" ? 3 : 5} .value=${value} ?required=${required}
      maxlength=${spec.most ?? 50000} aria-describedby=${described} @input=${changed}></textarea>`;
  }
  if (spec.type === "choice") {
    return html`<select id=${id} ?required=${required} aria-describedby=${described} @change=${changed}>
      ${value === "" ? html`<option value="" selected>Choose…</option>` : nothing}
      ${Object.entries(spec.options ?? {}).map(
        ([key, label]) => html`<option value=${key} .selected=${key === value}>${label}</option>`,
      )}
    </select>`;
  }
  const list = spec.people?.length ? `${id}-people` : undefined;
  return html`<input id=${id} type=${spec.type === "instant" ? "datetime-local" : spec.type} .value=${value}
      ?required=${required} maxlength=${spec.most ?? nothing} aria-describedby=${described} list=${list ?? nothing}
      autocomplete=${spec.autocomplete ?? "off"} spellcheck=${spec.type === "text" ? nothing : "false"} @input=${changed} />
    ${list
      ? html`<datalist id=${list}>
          ${once(spec.people ?? []).map((each) => html`<option value=${each.handle}>${each.name}</option>`)}
        </datalist>`
      : nothing}`;
}
