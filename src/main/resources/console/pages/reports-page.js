// @ts-check
import { html, nothing } from "../element.js";
import { ListPage } from "../parts/list-page.js";
import { emptyState } from "../parts/messages.js";
import "../parts/reporter-view.js";
import { absTime } from "../parts/times.js";
import { STATUSES } from "../words.js";

/** What somebody reported with their account, and each of these reports. */
class ReportsPage extends ListPage {
  /** @returns {[string, string]} */
  list() {
    return ["reportedByMe", "reference title status receivedAt nextPromise { name dueAt overdue }"];
  }

  render() {
    const { reference } = this.params;
    return reference
      ? html`<section class="page-narrow">
          <nav class="crumb" aria-label="Where this is"><a href="/console/reports">Your reports</a></nav>
          <reporter-report .reference=${reference}></reporter-report>
        </section>`
      : html`<div class="lede"><h1>Your reports</h1><a class="btn pri" href="/report">Report a vulnerability</a></div>
          ${this.listed((nodes) => (nodes.length === 0 ? emptyState("You have not reported anything with this account.") : this.rows(nodes)))}`;
  }

  /** @param {any[]} nodes */
  rows(nodes) {
    return html`<ul class="card padded list-lines">
      ${nodes.map(
        (each) => html`<li>
          <span class="grow"><a href="/console/reports/${each.reference}"><b>${each.title ?? "Without a title"}</b></a>
            <span class="quiet"><span class="mono">${each.reference}</span> · ${STATUSES[each.status]} · received ${absTime(each.receivedAt)}</span></span>
          ${each.nextPromise
            ? html`<span class="s-${each.nextPromise.overdue ? "late" : "running"}">${each.nextPromise.overdue ? "Late: " : ""}${each.nextPromise.name}, ${absTime(each.nextPromise.dueAt)}</span>`
            : nothing}
        </li>`,
      )}
    </ul>`;
  }
}

customElements.define("reports-page", ReportsPage);
