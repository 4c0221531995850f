// @ts-check
import { now } from "../clock.js";
import { Part, html, nothing } from "../element.js";
import { saveAs } from "../files.js";
import { ask } from "../graphql.js";
import { follow } from "../live.js";
import { DECIDED, UNDECIDED, byPolicy, csvOf, headlineOf, lengthInWords, marginInWords, remarks, share } from "../metrics.js";
import { keptChart, legend, marginChart, patterns, tookChart } from "../parts/metrics-charts.js";
import { emptyState, errorBox, skeleton } from "../parts/messages.js";
import { absTime } from "../parts/times.js";
import { rename } from "../router.js";
import { isOnTeam, whoIsHere } from "../session.js";
import { SEVERITIES, plural } from "../words.js";

const COUNTS = [...Object.keys(DECIDED), ...Object.keys(UNDECIDED)];

const GROUPS = `incidents groups { quarter severity incidents milestones { policy key name repeats of ${COUNTS.join(" ")}
  metPercentage cyclesMissed tookMedian tookNinetieth marginMedian marginNinetieth dots { took margin } } }`;

const READ = `query($from: DateTime!, $to: DateTime!, $by: MetricsBy, $grouped: Boolean!, $team: Boolean!) {
  all: responseMetrics(from: $from, to: $to) { ${GROUPS} }
  parts: responseMetrics(from: $from, to: $to, by: $by) @include(if: $grouped) { ${GROUPS} }
  policies { id title milestones { key clock } }
  retrospectives: milestones(filter: { key: "retrospective", states: [RUNNING, BREACHED] }, first: 50) @include(if: $team) {
    nodes { id reference title dueAt state lead { name } } }
  serverTime
}`;

const DAY = 86_400_000;

/** @type {Record<string, [string, number]>} name and days back from now */
const PERIODS = { quarter: ["Last 90 days", 90], year: ["Last 12 months", 365], all: ["Last 5 years", 1825] };

/** @type {Record<string, string>} */
const WAYS = { "": "All together", QUARTER: "By quarter", SEVERITY: "By severity" };

/** How deadlines were kept: never by person. */
class MetricsPage extends Part {
  static properties = { data: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.data = null;
    /** @type {unknown} */
    this.failure = null;
    const asked = new URLSearchParams(location.search);
    this.period = PERIODS[asked.get("period") ?? ""] ? String(asked.get("period")) : "year";
    this.by = this.ways().includes(asked.get("by") ?? "") ? (asked.get("by") ?? "") : "";
  }

  connectedCallback() {
    super.connectedCallback();
    this.following = follow(() => this.load());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.following?.stop();
  }

  /** Auditors are not told severities. */
  ways() {
    return isOnTeam(whoIsHere()) ? Object.keys(WAYS) : ["", "QUARTER"];
  }

  async load() {
    const { period, by } = this;
    const to = now();
    try {
      const data = await ask(READ, {
        from: new Date(to - PERIODS[period][1] * DAY).toISOString(),
        to: new Date(to).toISOString(),
        by: by || null,
        grouped: by !== "",
        team: isOnTeam(whoIsHere()),
      });
      if (period === this.period && by === this.by) {
        this.data = data;
        this.failure = null;
      }
    } catch (failure) {
      this.failure = failure;
      throw failure;
    }
  }

  /** @param {{period?: string, by?: string}} view */
  see(view) {
    Object.assign(this, view);
    rename(`/console/metrics?period=${this.period}${this.by ? `&by=${this.by}` : ""}`);
    this.following?.again();
    this.requestUpdate();
  }

  render() {
    const { data } = this;
    return html`<div class="lede">
        <div>
          <h1>${data ? headlineOf(data.all.groups, data.policies, isOnTeam(whoIsHere()) ? "You" : "The team") : "Metrics"}</h1>
          <p>${data ? this.count(data) : "How deadlines were kept."}</p>
        </div>
        ${data?.all.incidents > 0 ? html`<button class="btn" @click=${() => this.download()}>Download as CSV</button>` : nothing}
      </div>
      ${this.filters()} ${patterns()}
      ${this.failure ? errorBox(this.failure, "The metrics could not be read.") : nothing}
      ${data ? this.content(data) : this.failure ? nothing : skeleton()}`;
  }

  /** @param {any} data */
  count(data) {
    const { incidents, groups } = data.all;
    return [`${incidents} ${plural(incidents, "incident")} reported in this time, imported ones left out.`, ...remarks(groups)].join(" ");
  }

  filters() {
    return html`<div class="filters" role="group" aria-label="What to count">
      ${Object.entries(PERIODS).map(
        ([key, [name]]) => html`<button class="chip" aria-pressed=${this.period === key} @click=${() => this.see({ period: key })}>${name}</button>`,
      )}
      <label class="sr" for="metrics-by">Group by</label>
      <select id="metrics-by" class="chip" @change=${(/** @type {any} */ event) => this.see({ by: event.target.value })}>
        ${this.ways().map((key) => html`<option value=${key} ?selected=${this.by === key}>${WAYS[key]}</option>`)}
      </select>
    </div>`;
  }

  groups() {
    return (this.data.parts ?? this.data.all).groups;
  }

  /** @param {any} data */
  content(data) {
    return html`${data.all.incidents === 0
      ? emptyState("No incident was reported in this time.")
      : html`${legend()} ${this.groups().map((/** @type {any} */ group) => this.group(group))}`}
    ${data.retrospectives ? this.retrospectives(data.retrospectives.nodes) : nothing}`;
  }

  /** @param {any} group */
  group(group) {
    const id = `group-${group.quarter ?? group.severity ?? (this.by ? "none" : "all")}`;
    return html`<section class="card padded metrics" aria-labelledby=${id}>
      <h2 id=${id}>${this.nameOf(group)} <span class="quiet">${group.incidents} ${plural(group.incidents, "incident")}</span></h2>
      ${byPolicy(group).map(([policy, milestones]) => this.policy(policy, milestones))}
    </section>`;
  }

  /** @param {any} group */
  nameOf(group) {
    if (this.by === "SEVERITY") {
      return group.severity ? SEVERITIES[group.severity] : "Not scored";
    }
    return group.quarter ? `${group.quarter.slice(5)} ${group.quarter.slice(0, 4)}` : PERIODS[this.period][0];
  }

  /** @param {string} id @param {any[]} milestones */
  policy(id, milestones) {
    const title = this.data.policies.find((/** @type {any} */ each) => each.id === id)?.title ?? id;
    return html`<h3>${title}</h3>
      <h4>Kept</h4>
      ${keptChart(milestones)}
      <h4>Time it took <small class="quiet">dashed: the time allowed; thick: the median; squares were late</small></h4>
      ${tookChart(milestones)}
      <h4>Early or late <small class="quiet">dashed: the due time; early is left of it</small></h4>
      ${marginChart(milestones)}
      <details class="explain"><summary>All numbers<span class="sr"> of ${title}</span></summary>${this.table(title, milestones)}</details>`;
  }

  /** @param {string} title @param {any[]} milestones */
  table(title, milestones) {
    return html`<div class="table-wrap" tabindex="0" role="region" aria-label=${`Numbers of ${title}`}><table>
      <thead><tr>
        <th>Milestone</th><th>Met of decided</th>
        ${COUNTS.slice(1).map((place) => html`<th>${DECIDED[place] ?? UNDECIDED[place]}</th>`)}
        <th>Took, median</th><th>Took, 90th percentile</th><th>Margin, median</th><th>Margin, nine of ten</th>
      </tr></thead>
      <tbody>${milestones.map(
        (each) => html`<tr>
          <th scope="row">${each.name}</th><td>${share(each)}</td>
          ${COUNTS.slice(1).map((place) => html`<td>${each[place]}</td>`)}
          <td>${lengthInWords(each.tookMedian)}</td><td>${lengthInWords(each.tookNinetieth)}</td>
          <td>${marginInWords(each.marginMedian)}</td><td>${marginInWords(each.marginNinetieth)}</td>
        </tr>`,
      )}</tbody>
    </table></div>`;
  }

  /** @param {any[]} nodes */
  retrospectives(nodes) {
    return html`<section class="card padded stacked" aria-labelledby="retrospectives">
      <h2 id="retrospectives">Retrospectives due</h2>
      ${nodes.length === 0 ? html`<p class="quiet">None.</p>` : nothing}
      <ul class="list-lines">${nodes.map(
        (each) => html`<li>
          <span class="grow"><a href="/console/incidents/${each.reference}">${each.title ?? each.reference}</a> <span class="quiet mono">${each.reference}</span></span>
          <span>${each.lead?.name ?? "No lead"}</span><span>${each.state === "BREACHED" ? "was due" : "due"} ${absTime(each.dueAt)}</span>
        </li>`,
      )}</ul>
    </section>`;
  }

  download() {
    saveAs("cordon-metrics.csv", csvOf(this.groups()), "text/csv");
  }
}

customElements.define("metrics-page", MetricsPage);
