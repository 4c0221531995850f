// @ts-check
import { Part, html, nothing } from "../element.js";
import { ask } from "../graphql.js";
import { whoIsHere } from "../session.js";
import { plural } from "../words.js";
import { errorBox } from "./messages.js";
import { absTime } from "./times.js";
import { doing } from "./verb-dialog.js";

const RUN = "replica startedAt finishedAt incidents breaches escalations";

/** When missed deadlines were last looked for, and a button to look now. For those who may start a sweep. */
class LastSweep extends Part {
  static properties = { run: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {any} undefined until it was read, null if there was none */
    this.run = undefined;
    /** @type {unknown} */
    this.failure = null;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.isTheirs) {
      this.load();
    }
  }

  get isTheirs() {
    return ["COMMITTEE", "ADMINISTRATOR"].includes(whoIsHere()?.role ?? "");
  }

  async load() {
    try {
      this.run = (await ask(`{ lastSweep { ${RUN} } }`)).lastSweep;
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
  }

  async sweep() {
    const verb = {
      mutation: "runSweep",
      title: "Look for missed deadlines now",
      intro: "Every replica looks every few seconds by itself. This looks once more, over all incidents, and records what is missed.",
      button: "Look now",
      done: "Looked.",
      bare: true,
      once: true,
      answer: RUN,
    };
    if (await doing(verb)) {
      await this.load();
    }
  }

  render() {
    if (!this.isTheirs || (this.run === undefined && !this.failure)) {
      return nothing;
    }
    return html`<section class="card padded" aria-labelledby="last-sweep">
      <h2 id="last-sweep">The last look for missed deadlines</h2>
      ${this.failure ? errorBox(this.failure, "When it was could not be read.") : html`<p>${this.words(this.run)}</p>`}
      <button class="btn" @click=${() => this.sweep()}>Look now…</button>
    </section>`;
  }

  /** @param {any} run */
  words(run) {
    return run === null
      ? "Nobody has looked yet."
      : html`${absTime(run.finishedAt)} by <span class="mono">${run.replica}</span>: ${count(run.incidents, "incident")} looked at, ${count(run.breaches, "breach", "breaches")} recorded, ${count(run.escalations, "call")} made.`;
  }
}

/** @param {number} many @param {string} one @param {string} [more] */
function count(many, one, more) {
  return `${many} ${plural(many, one, more)}`;
}

customElements.define("last-sweep", LastSweep);
