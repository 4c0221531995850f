// @ts-check
import { html, nothing } from "../element.js";
import { whoIsHere } from "../session.js";
import { eraseReporterContact, renewReporterLink } from "../verbs.js";
import { CHANNELS, CREDITS } from "../words.js";
import { absTime } from "./times.js";

/** What the reporter sent, as they sent it. @param {any} incident @param {(verb: any) => void} act */
export function reportPanel(incident, act) {
  const report = incident.report;
  if (!report) {
    return html`<div class="panel"><p class="quiet">No report: it was brought in as it was published.</p></div>`;
  }
  const contact = report.reporterName || report.reporterAddress;
  return html`<div class="panel">
    <section>
      <h3>${report.title ?? "Without a title"}</h3>
      <span class="q">${report.body}</span>
    </section>
    <section>
      <dl class="kv">
        <dt>Received</dt><dd>${absTime(report.receivedAt)}</dd>
        <dt>By</dt><dd>${CHANNELS[report.channel]}</dd>
        <dt>Reporter</dt>
        <dd>${contact ? `${report.reporterName ?? ""} ${report.reporterAddress ?? ""}` : report.contactErasedAt ? html`Erased ${absTime(report.contactErasedAt)}` : "Not given"}</dd>
        <dt>Credit</dt><dd>${CREDITS[report.creditPreference]}${report.creditName ? `: ${report.creditName}` : ""}</dd>
      </dl>
      <div class="acts">
        <button class="btn" @click=${() => act(renewReporterLink(incident))}>New link for the reporter…</button>
        ${whoIsHere()?.role === "COMMITTEE" && contact
          ? html`<button class="btn" @click=${() => act(eraseReporterContact(incident))}>Erase name and address…</button>`
          : nothing}
      </div>
    </section>
  </div>`;
}
