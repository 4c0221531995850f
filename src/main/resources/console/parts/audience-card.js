// @ts-check
import { html, nothing } from "../element.js";
import { icon } from "../icons.js";
import { whoIsHere } from "../session.js";
import { restrictIncident } from "../verbs.js";

/** Who can see the incident: always beside it. @param {any} incident @param {(verb: any) => void} act */
export function audienceCard(incident, act) {
  const names = (/** @type {{name: string}[]} */ people) => people.map((each) => each.name).join(", ");
  const onIt = new Set([incident.lead?.handle, ...incident.fixTeam.map((/** @type {any} */ each) => each.handle)]);
  const added = incident.access.map((/** @type {any} */ each) => each.person).filter((/** @type {any} */ each) => !onIt.has(each.handle));
  const vendors = incident.vendorNotices.map((/** @type {any} */ each) => each.vendor);
  return html`<section class="card">
    <header><h2>Who can see this</h2></header>
    <dl class="kv">
      <dt>Lead</dt><dd>${incident.lead?.name ?? "Not named"}</dd>
      ${incident.fixTeam.length > 0 ? html`<dt>Fix team</dt><dd>${names(incident.fixTeam)}</dd>` : nothing}
      ${added.length > 0 ? html`<dt>Added</dt><dd>${names(added)}</dd>` : nothing}
      <dt>Committee</dt><dd>${incident.restricted ? "Only those named here" : "Every member"}</dd>
      ${incident.report ? html`<dt>Reporter</dt><dd>Status, next promise and their messages</dd>` : nothing}
      ${vendors.length > 0 ? html`<dt>Vendors</dt><dd>${names(vendors)}: description, score, versions, their messages</dd>` : nothing}
      <dt>Auditors</dt><dd>Times only, no content</dd>
    </dl>
    <p class="aside-note">${icon("lock")}<span>A link opens only for these people. Addresses show the number, never the title.</span></p>
    ${whoIsHere()?.role === "COMMITTEE"
      ? html`<p class="plain"><button class="btn" @click=${() => act(restrictIncident(incident))}>
          ${incident.restricted ? "Open it to the committee…" : "Restrict it…"}
        </button></p>`
      : nothing}
  </section>`;
}
