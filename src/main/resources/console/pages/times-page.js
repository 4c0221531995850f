// @ts-check
import { now, Ticks } from "../clock.js";
import { nextOf, stateInWords } from "../deadlines.js";
import { html } from "../element.js";
import { clockMini } from "../parts/clock-mini.js";
import { ListPage } from "../parts/list-page.js";
import { emptyState } from "../parts/messages.js";
import { absTime } from "../parts/times.js";
import { PHASES, STATUSES } from "../words.js";

/** The times of all incidents, for auditors: no word of what they are about. */
class TimesPage extends ListPage {
  constructor() {
    super();
    // Imported history has no clock; the first page may be full of it.
    this.pages = 3;
    new Ticks(this);
  }

  /** @returns {[string, string]} */
  list() {
    return [
      "incidentTimes",
      `reference status phase origin reportedAt createdAt closedAt nextDueAt
       milestones { key policy state dueAt stoppedAt cancelCause } breaches { milestone dueAt withdrawn }`,
    ];
  }

  instants() {
    return (this.nodes ?? []).map((each) => each.nextDueAt);
  }

  render() {
    return html`<h1>Times of all incidents</h1>
      <p class="lead-in">When things happened and were due, the newest first. Content is not shown to auditors.</p>
      ${this.listed((nodes) => this.content(nodes))}`;
  }

  /** @param {any[]} nodes */
  content(nodes) {
    const own = nodes.filter((each) => each.origin !== "IMPORTED");
    const imported = nodes.length - own.length;
    return html`${own.length === 0 ? emptyState("No incident was reported here yet.") : this.table(own)}
    ${imported > 0 ? html`<p class="below">${imported} imported incidents, which have no clock, are left out.</p>` : ""}`;
  }

  /** @param {any[]} nodes */
  table(nodes) {
    return html`<div class="card table-wrap stacked" tabindex="0" role="region" aria-label="Times"><table>
      <thead><tr><th>Incident</th><th>Stands at</th><th>Reported</th><th>Clock</th><th>Next deadline</th><th>Missed</th></tr></thead>
      <tbody>${nodes.map((each) => this.row(each))}</tbody>
    </table></div>`;
  }

  /** @param {any} row */
  row(row) {
    const milestones = row.milestones.map((/** @type {any} */ each) => ({ ...each, name: each.key.replaceAll("_", " "), atRisk: false }));
    const next = nextOf(milestones);
    const missed = row.breaches.filter((/** @type {any} */ each) => !each.withdrawn).length;
    return html`<tr>
      <td class="mono">${row.reference}</td>
      <td>${row.phase === "TRIAGE" ? STATUSES[row.status] : PHASES[row.phase]}</td>
      <td>${absTime(row.reportedAt)}</td>
      <td class="clock-cell">${milestones.length > 0 ? clockMini(milestones, row.reportedAt ?? row.createdAt) : ""}</td>
      <td>${next ? html`${next.name}: ${stateInWords(next, now())}<br />${absTime(next.dueAt)}` : "None"}</td>
      <td>${missed}</td>
    </tr>`;
  }
}

customElements.define("times-page", TimesPage);
