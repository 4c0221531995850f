// @ts-check
/** What two people wrote into one field, for the second one to pick. */
import { html } from "../element.js";

/** @typedef {{name: string, label: string, theirs: string, mine: string}} Clash */

/**
 * Holds what others wrote against what was written here.
 *
 * @param {import("./field.js").Field[]} fresh the fields as they would begin now
 * @param {Record<string, string>} began what they began with here @param {Record<string, string>} values what they hold here
 */
export function clashesOf(fresh, began, values) {
  /** @type {Clash[]} */
  const clashes = [];
  const now = { began: { ...began }, values: { ...values } };
  for (const { name, label, value = "" } of fresh) {
    const isUntouched = values[name] === began[name];
    if (value === began[name]) {
      continue;
    }
    now.began[name] = value;
    if (isUntouched) {
      now.values[name] = value;
    } else if (values[name] !== value) {
      clashes.push({ name, label, theirs: value, mine: values[name] });
    }
  }
  return { clashes, ...now };
}

/** @param {Clash[]} clashes @param {(name: string, value: string) => void} pick */
export function clashBox(clashes, pick) {
  return clashes.map(
    ({ name, label, theirs, mine }) => html`<fieldset class="clash">
      <legend>${label}</legend>
      ${choice(name, "theirs", "Theirs", theirs, pick)} ${choice(name, "mine", "Yours", mine, pick)}
    </fieldset>`,
  );
}

/** @param {string} name @param {string} key @param {string} whose @param {string} value @param {(name: string, value: string) => void} pick */
function choice(name, key, whose, value, pick) {
  return html`<label>
    <input type="radio" name="clash-${name}" value=${key} required @change=${() => pick(name, value)} />
    <span><b>${whose}</b> ${value === "" ? html`<span>nothing</span>` : html`<span class="theirs">${value}</span>`}</span>
  </label>`;
}
