// @ts-check
import { now, Ticks } from "../clock.js";
import { Part, html, nothing } from "../element.js";
import { ask } from "../graphql.js";
import { icon } from "../icons.js";
import { follow } from "../live.js";
import { errorBox, emptyState, skeleton } from "../parts/messages.js";
import { queueBar } from "../parts/queue-bar.js";
import { queueRow } from "../parts/queue-row.js";
import { printedBy } from "../parts/times.js";
import { say } from "../parts/toast.js";
import { preferences, shownZone } from "../preferences.js";
import { go, rename } from "../router.js";
import { addressOf, filterOf, inWords, viewOf } from "../queue-filters.js";
import { GROUPS, headline, merged } from "../queue-groups.js";
import { StillLayout } from "../queue-layout.js";
import { dayAndMonth } from "../time-words.js";
import { counted, plural } from "../words.js";

const ROW = `reference title restricted status phase severity waitingOn reportedAt createdAt nextDueAt overdue
  lead { name } leadOffer { to { name } } score { overallScore severity }
  milestones { id key name policy state atRisk dueAt stoppedAt cancelCause }`;

const QUEUE = `query($filter: IncidentFilter, $still: IncidentFilter, $late: IncidentFilter, $after: String, $more: Boolean!) {
  incidents(first: 50, after: $after, filter: $filter) { totalCount pageInfo { endCursor hasNextPage } nodes { ${ROW} } }
  still: incidents(first: 50, filter: $still) @skip(if: $more) { totalCount nodes { ${ROW} } }
  late: incidents(first: 1, filter: $late) @skip(if: $more) { totalCount }
  serverTime
}`;

/** Of those that changed last one closed last, but for what is changed after its end. */
const CLOSED = `{ incidents(first: 50, orderBy: UPDATED, filter: { statuses: [CLOSED] }) { nodes { closedAt } } }`;

const CHANGED = "subscription { queueChanged }";

/** @type {Record<string, number>} */
const STEPS = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** What is due next, of all incidents one may see. */
class QueuePage extends Part {
  static properties = {
    params: { attribute: false },
    rows: { state: true },
    failure: { state: true },
    loadingMore: { state: true },
  };

  constructor() {
    super();
    this.params = {};
    /** @type {any[] | null} */
    this.rows = null;
    this.still = new StillLayout(this, ".groups");
    /** Whether what is shown is of another view than was asked for. */
    this.reading = false;
    /** What stands above the list, which must not push it. */
    this.lede = { headline: "Queue", count: "What is due next, when exactly, and who has it." };
    /** When the last incident closed, asked once nothing is open. @type {string | null} */
    this.lastClosedAt = null;
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
    // What stands above the list must not push it either.
    if (this.rows && !this.reading && this.still.take(this.rows, now())) {
      this.lede = { headline: headline(this.rows, this.late, this.pageInfo.hasNextPage), count: this.count() };
    }
  }

  /** Whoever asked by keyboard for what waits stays among the rows. @param {MouseEvent} event */
  async showHeld(event) {
    this.still.show();
    await this.updateComplete;
    if (event.detail === 0) {
      /** @type {HTMLElement | null} */ (this.querySelector("a.row"))?.focus();
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
      this.still.wanted ||= this.reading;
      this.reading = false;
      this.rows = merged(nodes, data.still.nodes, open.pageInfo.hasNextPage);
      await this.askWhenTheLastClosed();
    } catch (failure) {
      this.failure = failure;
      throw failure;
    }
  }

  async askWhenTheLastClosed() {
    if (this.rows?.length === 0 && !isFiltered(this.view)) {
      const { incidents } = await ask(CLOSED);
      this.lastClosedAt = incidents.nodes.map((/** @type {any} */ each) => each.closedAt).sort().at(-1) ?? null;
      this.requestUpdate();
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

  /** @param {import("../queue-filters.js").View} view @param {boolean} [rewrite] whether the address follows */
  see(view, rewrite = true) {
    this.view = view;
    this.pages = 1;
    this.compared = false;
    this.reading = true;
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
    this.still.wanted = true;
    this.loadingMore = false;
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const links = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("a.row")]);
    const at = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const step = STEPS[event.key] ?? 0;
    if (step !== 0 && (event.key.startsWith("Arrow") || preferences().keys)) {
      event.preventDefault();
      links[Math.max(0, Math.min(links.length - 1, at + step))]?.focus();
    } else if (preferences().keys) {
      this.onSingleKey(event, links[at]);
    }
  }

  /** @param {KeyboardEvent} event @param {HTMLElement | undefined} row */
  onSingleKey(event, row) {
    if (event.key === "/") {
      event.preventDefault();
      /** @type {HTMLElement | null} */ (this.querySelector("#queue-text"))?.focus();
    } else if (row && "amsn".includes(event.key)) {
      event.preventDefault();
      const reference = row.dataset.reference ?? "";
      import("../row-keys.js").then(({ rowKey }) => rowKey(event.key, reference, () => this.acted(reference)));
    }
  }

  /** What somebody did themselves shows at once, and they stay at its row. @param {string} reference */
  async acted(reference) {
    await this.following?.again();
    this.still.show();
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector(`a.row[data-reference="${reference}"]`))?.focus();
  }

  updated() {
    this.classList.toggle("tlp-red", (this.rows ?? []).some((row) => row.restricted));
  }

  render() {
    return html`<div class="lede">
        <div>
          <h1>${this.lede.headline}</h1>
          <p>${this.lede.count}</p>
        </div>
        <a class="btn pri" href="/report">${icon("plus")}Record a report</a>
      </div>
      ${queueBar(this.view, (view) => this.see(view), (event) => this.onText(event))} ${this.failure && (this.reading || !this.rows) ? errorBox(this.failure, "The queue could not be read.") : nothing}
      ${this.rows === null ? (this.failure ? nothing : skeleton("The queue is on its way")) : this.list()} ${printedBy("The queue")}`;
  }

  count() {
    const sorted = "sorted by next deadline";
    const filters = inWords(this.view);
    return `${this.total} open ${plural(this.total, "incident")}${filters ? ` (${filters})` : ""}, ${sorted}.`;
  }

  /** @param {any} event */
  onText(event) {
    clearTimeout(this.textTimer);
    const text = event.target.value.trim();
    this.textTimer = setTimeout(() => this.see({ ...this.view, text }), 300);
  }

  list() {
    if (this.still.shown.length === 0) {
      return this.reading ? (this.failure ? nothing : skeleton("The queue is on its way")) : this.nothingHere();
    }
    const left = () => this.still.left();
    return html`<div class="head" aria-hidden="true">
        <span>CVSS</span><span>Incident</span><span>Lead</span><span>Clock</span><span>Next deadline</span>
      </div>
      <div class="groups" data-keys aria-busy=${this.reading} @keydown=${this.onKey} @pointerleave=${left} @focusout=${left}>
        ${Object.entries(GROUPS).map(([key, name]) => this.group(key, name))} ${this.changes()}
      </div>
      ${this.pageInfo.hasNextPage
        ? html`<p class="more">
            <button class="btn" ?disabled=${this.loadingMore} @click=${() => this.more()}>
              ${this.loadingMore ? "Loading…" : "Show 50 more"}
            </button>
            ${this.still.shown.length} of ${this.total} shown
          </p>`
        : nothing}
      <p class="hint" aria-hidden="true">
        <span><kbd>J</kbd> <kbd>K</kbd> move</span><span><kbd>Enter</kbd> open</span><span><kbd>/</kbd> filter</span
        ><span><kbd>Ctrl</kbd> <kbd>K</kbd> search</span><span><kbd>?</kbd> all keys</span>
      </p>`;
  }

  /** What waits for whoever is among the rows to leave. It lies over the list, so that it does not push it. */
  changes() {
    const { waiting } = this.still;
    return html`<div class="changes" role="status">
      ${waiting > 0
        ? html`<p class="change-bar">${waiting} ${plural(waiting, "change")} <button class="link" @click=${this.showHeld}>Show</button></p>`
        : nothing}
    </div>`;
  }

  /** @param {string} key @param {string} name */
  group(key, name) {
    const mine = this.still.shown.filter((each) => each.group === key);
    return mine.length === 0
      ? nothing
      : html`<section class="grp" aria-labelledby="group-${key}">
          <h2 id="group-${key}">${name} <span>${mine.length}</span></h2>
          <ul class="rows">
            ${mine.map((each) => html`<li>${queueRow(this.still.rows.get(each.reference))}</li>`)}
          </ul>
        </section>`;
  }

  nothingHere() {
    if (isFiltered(this.view)) {
      return emptyState(
        `No open incident matches ${inWords(this.view)}.`,
        html`<button class="btn" @click=${() => this.see({ kind: "all", severity: "", text: "" })}>Clear filters</button>`,
      );
    }
    const last = this.lastClosedAt ? ` The last incident closed on ${dayAndMonth(this.lastClosedAt, shownZone())}.` : "";
    return emptyState(`Nothing is open.${last}`, html`<button class="btn" @click=${() => go("/report")}>Record a report</button>`);
  }
}

/** @param {import("../queue-filters.js").View} view */
function isFiltered(view) {
  return view.kind !== "all" || view.severity !== "" || view.text !== "";
}

customElements.define("queue-page", QueuePage);
