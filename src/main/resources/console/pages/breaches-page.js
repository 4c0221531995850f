// @ts-check
import { html, nothing } from "../element.js";
import "../parts/last-sweep.js";
import { ListPage } from "../parts/list-page.js";
import { emptyState } from "../parts/messages.js";
import { absTime } from "../parts/times.js";
import { rename } from "../router.js";

/** @type {Record<string, [string, Record<string, unknown>]>} name and the API's filter */
const VIEWS = {
  standing: ["Standing", { withdrawn: false }],
  unexplained: ["Not explained", { withdrawn: false, explained: false }],
  withdrawn: ["Withdrawn", { withdrawn: true }],
};

/** Which of them the address names. */
function viewHere() {
  const named = new URLSearchParams(location.search).get("view") ?? "";
  return named in VIEWS ? named : "standing";
}

/** Deadlines that were missed, over the incidents one may see. */
class BreachesPage extends ListPage {
  constructor() {
    super();
    this.view = viewHere();
  }

  /** Also when somebody goes back to another address of the page. */
  willUpdate(/** @type {Map<string, unknown>} */ changed) {
    if (changed.has("params") && this.hasUpdated && viewHere() !== this.view) {
      this.view = viewHere();
      this.narrowed();
    }
  }

  /** @returns {[string, string]} */
  list() {
    return [
      "breaches",
      `id reference title name policy breachedAt metLateAt cause waived withdrawn withdrawnReason explanation
       explainedBy { name } lead { name }`,
    ];
  }

  filter() {
    return { type: "BreachFilter", value: VIEWS[this.view][1] };
  }

  /** @param {string} view */
  see(view) {
    this.view = view;
    rename(`/console/breaches${view === "standing" ? "" : `?view=${view}`}`);
    this.narrowed();
  }

  render() {
    return html`<h1>Missed deadlines</h1>
      <p class="lead-in">Of the incidents you may see, the newest first. They are explained on the page of the incident: what happened, not who.</p>
      <div class="filters stacked" role="group" aria-label="Filters">
        ${Object.entries(VIEWS).map(([key, [name]]) => html`<button class="chip" aria-pressed=${this.view === key} @click=${() => this.see(key)}>${name}</button>`)}
      </div>
      ${this.listed((nodes) => (nodes.length === 0 ? emptyState(`No missed deadline: ${VIEWS[this.view][0].toLowerCase()}.`) : html`<ul class="card padded list-lines">${nodes.map((each) => this.breach(each))}</ul>`))}
      <last-sweep></last-sweep>`;
  }

  /** @param {any} breach */
  breach(breach) {
    return html`<li>
      <span class="grow">
        <b>${breach.name}</b> <span class="quiet">was due ${absTime(breach.breachedAt)}${breach.cause === "BORN_LATE" ? ", late from the start" : ""}</span><br />
        <a href="/console/incidents/${breach.reference}">${breach.title ?? "Not described yet"}</a>
        <span class="quiet"><span class="mono">${breach.reference}</span> · ${breach.lead ? `lead ${breach.lead.name}` : "no lead"} · ${breach.policy}</span>
        ${this.reason(breach)}
      </span>
      ${breach.waived ? html`<span class="pill">waived</span>` : nothing}
      <span>${breach.withdrawn ? "Withdrawn" : breach.metLateAt ? html`Met ${absTime(breach.metLateAt)}` : html`<b>Still open</b>`}</span>
    </li>`;
  }

  /** @param {any} breach */
  reason(breach) {
    const text = breach.withdrawn ? breach.withdrawnReason : breach.explanation;
    if (text) {
      return html`<span class="q">${text}${breach.explainedBy && !breach.withdrawn ? ` (${breach.explainedBy.name})` : ""}</span>`;
    }
    return breach.withdrawn ? nothing : html`<br /><span class="quiet">Not explained yet.</span>`;
  }
}

customElements.define("breaches-page", BreachesPage);
