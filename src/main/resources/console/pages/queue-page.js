// @ts-check
import { now, Ticks } from "../clock.js";
import { Part, html, nothing } from "../element.js";
import { ask } from "../graphql.js";
import { icon } from "../icons.js";
import { follow } from "../live.js";
import { errorBox, emptyState, skeleton } from "../parts/messages.js";
import { queueRow } from "../parts/queue-row.js";
import { say } from "../parts/toast.js";
import { preferences } from "../preferences.js";
import { go, rename } from "../router.js";
import { FILTERS, addressOf, filterOf, inWords, viewOf } from "../queue-filters.js";
import { GROUPS, groupOf, headline, merged } from "../queue-groups.js";
import { SEVERITIES, counted, plural } from "../words.js";

const ROW = `reference title status phase severity waitingOn reportedAt createdAt nextDueAt overdue
  lead { name } leadOffer { to { name } } score { overallScore severity }
  milestones { id key name policy state atRisk dueAt stoppedAt cancelCause }`;

const QUEUE = `query($filter: IncidentFilter, $still: IncidentFilter, $late: IncidentFilter, $after: String, $more: Boolean!) {
  incidents(first: 50, after: $after, filter: $filter) { totalCount pageInfo { endCursor hasNextPage } nodes { ${ROW} } }
  still: incidents(first: 50, filter: $still) @skip(if: $more) { totalCount nodes { ${ROW} } }
  late: incidents(first: 1, filter: $late) @skip(if: $more) { totalCount }
  serverTime
}`;

const CHANGED = "subscription { queueChanged }";

/** What is due next, of all incidents one may see. */
class QueuePage extends Part {
  static properties = {
    params: { attribute: false },
    rows: { state: true },
    failure: { state: true },
    order: { state: true },
    loadingMore: { state: true },
  };

  constructor() {
    super();
    this.params = {};
    /** @type {any[] | null} */
    this.rows = null;
    /** @type {string[]} the references in the order shown */
    this.order = [];
    /** @type {unknown} */
    this.failure = null;
    this.total = 0;
    this.late = 0;
    /** Whether the number before is of the same view. */
    this.compared = false;
    /** @type {{endCursor: string | null, hasNextPage: boolean}} */
    this.pageInfo = { endCursor: null, hasNextPage: false };
    this.pages = 1;
    this.loadingMore = false;
    this.view = viewOf(location.search);
    this.held = false;
    new Ticks(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.following = follow(() => this.load(), { document: CHANGED, variables: () => ({}) });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.following?.stop();
  }

  willUpdate(/** @type {Map<string, unknown>} */ changed) {
    if (changed.has("params") && this.hasUpdated) {
      this.see(viewOf(location.search), false);
    }
  }

  instants() {
    return (this.rows ?? []).map((row) => row.nextDueAt);
  }

  /** A deadline passed: the server says what that means. */
  passed() {
    this.following?.again();
  }

  async load() {
    try {
      const view = this.view;
      const filters = filterOf(view);
      const data = await ask(QUEUE, { ...filters, after: null, more: false });
      let open = data.incidents;
      let nodes = open.nodes;
      for (let page = 1; page < this.pages && open.pageInfo.hasNextPage; page++) {
        open = (await ask(QUEUE, { ...filters, after: open.pageInfo.endCursor, more: true })).incidents;
        nodes = [...nodes, ...open.nodes];
      }
      if (view !== this.view) {
        return;
      }
      this.pageInfo = open.pageInfo;
      this.total = data.incidents.totalCount + data.still.totalCount;
      this.tellOfLate(data.late.totalCount);
      this.failure = null;
      this.take(merged(nodes, data.still.nodes, open.pageInfo.hasNextPage));
    } catch (failure) {
      this.failure = failure;
      throw failure;
    }
  }

  /** A deadline that is missed while the page is open is told aloud; the passing of time is not. @param {number} late */
  tellOfLate(late) {
    const more = late - this.late;
    if (this.compared && more > 0) {
      say(`${counted(more)} more ${plural(more, "incident is", "incidents are")} overdue.`);
    }
    this.late = late;
    this.compared = true;
  }

  /** Rows do not move while somebody points at them: what changed in place is shown, the new order waits. */
  take(/** @type {any[]} */ rows) {
    const order = rows.map((row) => row.reference);
    const moved = this.order.length > 0 && order.join() !== this.order.join();
    this.held = moved && this.isInUse();
    this.rows = rows;
    if (!this.held) {
      this.order = order;
    }
  }

  isInUse() {
    return this.querySelector(".groups:hover, .groups:focus-within") !== null;
  }

  showOrder() {
    this.held = false;
    this.order = (this.rows ?? []).map((row) => row.reference);
    this.requestUpdate();
  }

  /** @param {import("../queue-filters.js").View} view @param {boolean} [rewrite] whether the address follows */
  see(view, rewrite = true) {
    this.view = view;
    this.pages = 1;
    this.order = [];
    this.compared = false;
    if (rewrite) {
      rename(addressOf(view));
    }
    this.following?.again();
    this.requestUpdate();
  }

  async more() {
    this.pages += 1;
    this.loadingMore = true;
    await this.following?.again();
    this.loadingMore = false;
    this.order = (this.rows ?? []).map((row) => row.reference);
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const keys = event.target instanceof Element ? event.target.closest("[data-keys]") : null;
    if (!keys || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const links = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("a.row")]);
    const at = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const step = event.key === "ArrowDown" || event.key === "j" ? 1 : event.key === "ArrowUp" || event.key === "k" ? -1 : 0;
    if (step !== 0 && (event.key.startsWith("Arrow") || this.singleKeys())) {
      event.preventDefault();
      links[Math.max(0, Math.min(links.length - 1, at + step))]?.focus();
    } else if (event.key === "/" && this.singleKeys()) {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (this.querySelector("#queue-text"))?.focus();
    }
  }

  singleKeys() {
    return preferences().keys;
  }

  render() {
    return html`<div class="lede">
        <div>
          <h1>${this.rows ? headline(this.rows, this.late, this.pageInfo.hasNextPage) : "Queue"}</h1>
          <p>${this.rows ? this.count() : "What is due next, when exactly, and who has it."}</p>
        </div>
        <a class="btn pri" href="/report">${icon("plus")}Record a report</a>
      </div>
      ${this.filters()} ${this.failure && !this.rows ? errorBox(this.failure, "The queue could not be read.") : nothing}
      ${this.rows === null ? (this.failure ? nothing : skeleton("The queue is on its way")) : this.list()}`;
  }

  count() {
    const sorted = "sorted by next deadline";
    const filters = inWords(this.view);
    return `${this.total} open ${plural(this.total, "incident")}${filters ? ` (${filters})` : ""}, ${sorted}.`;
  }

  filters() {
    return html`<div class="filters" role="group" aria-label="Filters">
      ${Object.entries(FILTERS).map(
        ([key, name]) =>
          html`<button class="chip" aria-pressed=${this.view.kind === key} @click=${() => this.see({ ...this.view, kind: key })}>
            ${name}
          </button>`,
      )}
      <label class="sr" for="queue-severity">Severity</label>
      <select id="queue-severity" class="chip" @change=${(/** @type {any} */ event) => this.see({ ...this.view, severity: event.target.value })}>
        <option value="" ?selected=${this.view.severity === ""}>Any severity</option>
        ${["CRITICAL", "HIGH", "MEDIUM", "LOW"].map(
          (each) => html`<option value=${each} ?selected=${this.view.severity === each}>${SEVERITIES[each]}</option>`,
        )}
      </select>
      <label class="sr" for="queue-text">Words, CVE, component or reference</label>
      <input id="queue-text" class="chip" type="search" placeholder="Words, CVE or reference" .value=${this.view.text}
        maxlength="100" @input=${this.onText} />
    </div>`;
  }

  /** @param {any} event */
  onText(event) {
    clearTimeout(this.textTimer);
    const text = event.target.value.trim();
    this.textTimer = setTimeout(() => this.see({ ...this.view, text }), 300);
  }

  list() {
    const rows = this.rows ?? [];
    if (rows.length === 0) {
      return this.nothingHere();
    }
    const byReference = new Map(rows.map((row) => [row.reference, row]));
    const shown = this.order.flatMap((reference) => byReference.get(reference) ?? []);
    return html`${this.held
        ? html`<p class="change-bar" role="status">
            The order changed. <button class="link" @click=${() => this.showOrder()}>Show it</button>
          </p>`
        : nothing}
      <div class="head" aria-hidden="true">
        <span>CVSS</span><span>Incident</span><span>Lead</span><span>Clock</span><span>Next deadline</span>
      </div>
      <div class="groups" data-keys @keydown=${this.onKey} @pointerleave=${() => this.held && this.showOrder()}>
        ${Object.entries(GROUPS).map(([key, name]) => this.group(key, name, shown))}
      </div>
      ${this.pageInfo.hasNextPage
        ? html`<p class="more">
            <button class="btn" ?disabled=${this.loadingMore} @click=${() => this.more()}>
              ${this.loadingMore ? "Loading…" : "Show 50 more"}
            </button>
            ${rows.length} of ${this.total} shown
          </p>`
        : nothing}
      <p class="hint" aria-hidden="true">
        <span><kbd>J</kbd> <kbd>K</kbd> move</span><span><kbd>Enter</kbd> open</span><span><kbd>/</kbd> filter</span
        ><span><kbd>?</kbd> all keys</span>
      </p>`;
  }

  /** @param {string} key @param {string} name @param {any[]} rows */
  group(key, name, rows) {
    const mine = rows.filter((row) => groupOf(row, now()) === key);
    return mine.length === 0
      ? nothing
      : html`<section class="grp" aria-labelledby="group-${key}">
          <h2 id="group-${key}">${name} <span>${mine.length}</span></h2>
          <ul class="rows">
            ${mine.map((row) => html`<li>${queueRow(row)}</li>`)}
          </ul>
        </section>`;
  }

  nothingHere() {
    const filtered = this.view.kind !== "all" || this.view.severity !== "" || this.view.text !== "";
    return filtered
      ? emptyState(
          `No open incident matches ${inWords(this.view)}.`,
          html`<button class="btn" @click=${() => this.see({ kind: "all", severity: "", text: "" })}>Clear filters</button>`,
        )
      : emptyState("Nothing is open.", html`<button class="btn" @click=${() => go("/report")}>Record a report</button>`);
  }
}

customElements.define("queue-page", QueuePage);
