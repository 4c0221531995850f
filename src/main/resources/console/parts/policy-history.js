// @ts-check
import { Part, html, nothing } from "../element.js";
import { ask } from "../graphql.js";
import { errorBox } from "./messages.js";
import { absTime } from "./times.js";

const VERSIONS = "query($id: String!) { policyVersions(id: $id) { version firstSeenAt current } }";
const PROPERTIES = "property before after";
const DIFFERENCE = `query($a: PolicyVersionInput!, $b: PolicyVersionInput!) { policyDifference(a: $a, b: $b) { movesClocks
  policy { ${PROPERTIES} } calendar { ${PROPERTIES} } disclosureWindow { ${PROPERTIES} }
  rules { key name kind movesClock properties { ${PROPERTIES} } } } }`;

/** @type {Record<string, string>} */
const KINDS = { ADDED: "new", REMOVED: "gone", CHANGED: "changed" };

/** The versions a policy had, and what each said otherwise than it does now. Read when somebody opens it. */
class PolicyHistory extends Part {
  static properties = { policy: {}, versions: { state: true }, seen: { state: true }, difference: { state: true }, failure: { state: true } };

  constructor() {
    super();
    this.policy = "";
    /** @type {any[] | null} */
    this.versions = null;
    /** The version that is compared. @type {string} */
    this.seen = "";
    /** @type {any} */
    this.difference = null;
    /** @type {unknown} */
    this.failure = null;
  }

  /** @param {Event} event */
  async opened(event) {
    if (/** @type {HTMLDetailsElement} */ (event.target).open && this.versions === null) {
      await this.trying(async () => {
        this.versions = (await ask(VERSIONS, { id: this.policy })).policyVersions;
      });
    }
  }

  /** @param {string} version */
  async compare(version) {
    const current = this.versions?.find((each) => each.current);
    await this.trying(async () => {
      const [a, b] = [version, current.version].map((each) => ({ id: this.policy, version: each }));
      this.difference = (await ask(DIFFERENCE, { a, b })).policyDifference;
      this.seen = version;
    });
  }

  /** @param {() => Promise<void>} work */
  async trying(work) {
    try {
      await work();
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
  }

  render() {
    return html`<details class="history" @toggle=${(/** @type {Event} */ event) => this.opened(event)}>
      <summary>Versions</summary>
      ${errorBox(this.failure, "They could not be read.")}
      ${this.versions === null ? nothing : html`<ul class="list-lines">${this.versions.map((each) => this.version(each))}</ul>`}
      ${this.difference ? this.changes(this.difference) : nothing}
    </details>`;
  }

  /** @param {any} version */
  version(version) {
    const isComparable = !version.current && this.versions?.some((each) => each.current);
    return html`<li>
      <span class="grow"><span class="mono">${version.version}</span> <span class="quiet">since ${absTime(version.firstSeenAt)}</span></span>
      ${version.current ? html`<span class="pill">now</span>` : nothing}
      ${isComparable
        ? html`<button class="btn quiet" aria-pressed=${this.seen === version.version} @click=${() => this.compare(version.version)}>What changed since<span class="sr"> ${version.version}</span></button>`
        : nothing}
    </li>`;
  }

  /** @param {any} difference */
  changes(difference) {
    const own = [...difference.policy, ...difference.calendar, ...difference.disclosureWindow];
    return html`<div role="status">
      <p><b>${difference.movesClocks ? "Deadlines changed" : "No deadline changed"}</b> between <span class="mono">${this.seen}</span> and now.</p>
      <ul>
        ${own.map((each) => html`<li>${property(each)}</li>`)}
        ${difference.rules.map((/** @type {any} */ rule) => html`<li><b>${rule.name}</b> (${KINDS[rule.kind] ?? rule.kind.toLowerCase()})
          ${rule.properties.length > 0 ? html`<ul>${rule.properties.map((/** @type {any} */ each) => html`<li>${property(each)}</li>`)}</ul>` : nothing}</li>`)}
      </ul>
    </div>`;
  }
}

/** @param {{property: string, before: string | null, after: string | null}} changed */
function property(changed) {
  return html`${changed.property}: ${changed.before ?? "nothing"} → ${changed.after ?? "nothing"}`;
}

customElements.define("policy-history", PolicyHistory);
