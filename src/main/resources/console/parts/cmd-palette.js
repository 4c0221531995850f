// @ts-check
import { Part, html, nothing } from "../element.js";
import { ask } from "../graphql.js";
import { icon } from "../icons.js";
import { recent } from "../recent.js";
import { go } from "../router.js";
import { isOnTeam, whoIsHere } from "../session.js";
import { placesOf } from "./nav-rail.js";

/**
 * @typedef {{name: string, detail?: string, shape: string, does: () => void}} Option
 * @typedef {{name: string, options: Option[]}} Group
 */

const FOUND = `query($text: String!) { incidents(first: 8, filter: { text: $text }) { nodes { reference title status } } }`;

/** What the API takes as text to look for. */
const SHORTEST = 2;

/** Finds incidents, pages and commands by what is typed. One field has the focus; the arrows choose from a list below it. */
class CmdPalette extends Part {
  static properties = { text: { state: true }, found: { state: true }, at: { state: true }, failed: { state: true } };

  constructor() {
    super();
    /** What every page has, and the page one is on. @type {import("../commands.js").Command[]} */
    this.commands = [];
    this.text = "";
    /** @type {{reference: string, title: string | null}[]} */
    this.found = [];
    /** Which option is chosen. */
    this.at = 0;
    this.failed = false;
    this.turn = 0;
  }

  firstUpdated() {
    this.querySelector("dialog")?.showModal();
  }

  /** @param {any} event */
  onText(event) {
    this.text = event.target.value;
    this.at = 0;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), 150);
  }

  /** Only the team has incidents to look for. What was asked for before may come later. */
  async look() {
    const turn = ++this.turn;
    const text = this.text.trim();
    let found = [];
    let failed = false;
    if (isOnTeam(whoIsHere()) && text.length >= SHORTEST) {
      try {
        found = (await ask(FOUND, { text })).incidents.nodes;
      } catch {
        failed = true;
      }
    }
    if (turn === this.turn) {
      this.found = found;
      this.failed = failed;
    }
  }

  /** @returns {Group[]} those that have something */
  groups() {
    const me = whoIsHere();
    const words = this.text.toLowerCase().split(/\s+/);
    const fits = (/** @type {Option} */ { name }) => words.every((word) => name.toLowerCase().includes(word));
    const seen = recent().filter(({ reference }) => !this.found.some((each) => each.reference === reference));
    const goTo = (me ? placesOf(me) : []).map(([address, shape, name]) => ({ name, shape, does: () => go(address) }));
    const commands = this.commands.map((each) => ({ ...each, shape: "next" }));
    return [
      { name: "Incidents", options: this.found.map(incident) },
      { name: "Recent", options: seen.map(incident).filter(fits) },
      { name: "Go to", options: goTo.filter(fits) },
      { name: "Commands", options: commands.filter(fits) },
    ].filter((group) => group.options.length > 0);
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const options = this.groups().flatMap((group) => group.options);
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && options.length > 0) {
      event.preventDefault();
      this.at = (this.at + step + options.length) % options.length;
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.choose(options[this.at]);
    }
  }

  /** @param {Option | undefined} option */
  choose(option) {
    if (option) {
      this.querySelector("dialog")?.close();
      option.does();
    }
  }

  updated() {
    this.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  render() {
    const groups = this.groups();
    const count = groups.reduce((sum, group) => sum + group.options.length, 0);
    let number = 0;
    return html`<dialog class="palette" aria-label="Find or do something" @close=${() => this.remove()}>
      <input role="combobox" aria-label="Find an incident, a page or a command" aria-expanded=${count > 0} aria-controls="palette-list"
        aria-autocomplete="list" aria-activedescendant=${count > 0 ? `palette-${this.at}` : nothing} autocomplete="off" spellcheck="false"
        placeholder="A number, words, a page or a command" maxlength="100" @input=${this.onText} @keydown=${this.onKey} />
      <div role="listbox" id="palette-list" aria-label="What there is" ?hidden=${count === 0}>
        ${groups.map((group, place) => html`<div role="group" aria-labelledby="palette-group-${place}">
          <div class="name" role="presentation" id="palette-group-${place}">${group.name}</div>
          ${group.options.map((each) => this.option(each, number++))}
        </div>`)}
      </div>
      <p class="count" role="status">${this.failed ? "Incidents cannot be looked for now." : count === 0 ? "Nothing is like that." : `${count} found`}</p>
    </dialog>`;
  }

  /** @param {Option} option @param {number} number */
  option(option, number) {
    return html`<div role="option" id="palette-${number}" aria-selected=${number === this.at} @click=${() => this.choose(option)}>
      ${icon(option.shape)}<span>${option.name}</span>${option.detail ? html`<span class="mono">${option.detail}</span>` : nothing}
    </div>`;
  }
}

/** @param {{reference: string, title: string | null}} incident @returns {Option} */
function incident({ reference, title }) {
  return { name: title ?? "Not described yet", detail: reference, shape: "queue", does: () => go(`/console/incidents/${reference}`) };
}

customElements.define("cmd-palette", CmdPalette);
