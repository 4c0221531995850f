// @ts-check
import { html, nothing } from "../element.js";
import { notifyVendor, reachableVendors } from "../notice-verbs.js";
import { policiesNow, rebasePolicy } from "../policy-verbs.js";
import { whoIsHere } from "../session.js";
import {
  addPolicy, addToFixTeam, agreeReporterDeadline, grantAccess, offerLead, removeFromFixTeam, revokeAccess,
  withdrawVendorNotice,
} from "../verbs.js";
import { VENDOR_ANSWERS, VENDOR_REPLIES } from "../words.js";
import { absTime } from "./times.js";

/** Who works on it, who sees it, who was told, and by which policies it goes. @param {any} incident @param {(verb: any) => void} act */
export function peoplePanel(incident, act) {
  const isCommittee = whoIsHere()?.role === "COMMITTEE";
  return html`<div class="panel">
    <section>
      <h3>Lead</h3>
      <p>${incident.lead ? html`${incident.lead.name} <span class="quiet">since ${absTime(incident.leadAcknowledgedAt)}</span>` : "Not named."}</p>
      <div class="acts"><button class="btn" @click=${() => act(offerLead(incident))}>Offer the lead…</button></div>
    </section>
    <section>
      <h3>Fix team</h3>
      ${lines(incident.fixTeam.map((/** @type {any} */ each) => line(each.name, "", "Take off…", () => act(removeFromFixTeam(incident, each)))), "Nobody yet.")}
      <div class="acts"><button class="btn" @click=${() => act(addToFixTeam(incident))}>Add somebody…</button></div>
    </section>
    <section>
      <h3>Added to see it</h3>
      ${lines(
        incident.access.map((/** @type {any} */ each) =>
          line(each.person.name, html`${absTime(each.grantedAt)}${each.grantedBy ? `, by ${each.grantedBy.name}` : ""}`, isCommittee ? "No longer show it…" : "", () => act(revokeAccess(incident, each.person))),
        ),
        "Nobody beside the committee.",
      )}
      ${isCommittee ? html`<div class="acts"><button class="btn" @click=${() => act(grantAccess(incident))}>Let somebody see it…</button></div>` : nothing}
    </section>
    <section>
      <h3>Notified vendors</h3>
      ${lines(incident.vendorNotices.map((/** @type {any} */ each) => vendor(incident, each, isCommittee, act)), "None.")}
      ${isCommittee ? html`<div class="acts"><button class="btn" @click=${() => act(reachableVendors().then((vendors) => notifyVendor(incident, vendors)))}>Notify a vendor…</button></div>` : nothing}
    </section>
    <section>
      <h3>Policies</h3>
      <ul class="list-lines">
        ${incident.policies.map((/** @type {any} */ each) => html`<li><span class="grow"><b>${each.policy.title}</b>${each.base ? html` <span class="pill">base</span>` : nothing} <span class="quiet">version <span class="mono">${each.policy.version}</span>, since ${absTime(each.addedAt)}</span>${each.reason ? html`<span class="q">${each.reason}</span>` : nothing}</span></li>`)}
        ${incident.formerPolicies.map((/** @type {any} */ each) => html`<li><span class="grow">${each.policy.title} <span class="quiet">version <span class="mono">${each.policy.version}</span>, until ${absTime(each.replacedAt)}</span></span></li>`)}
      </ul>
      ${isCommittee && incident.status !== "CLOSED"
        ? html`<div class="acts">
            <button class="btn" @click=${() => act(policiesNow().then((policies) => addPolicy(incident, policies)))}>Follow one more…</button>
            <button class="btn" @click=${() => act(policiesNow().then((policies) => rebasePolicy(incident, policies)))}>Follow another in its place…</button>
            <button class="btn" @click=${() => act(agreeReporterDeadline(incident))}>Deadline of the reporter…</button>
          </div>`
        : nothing}
    </section>
  </div>`;
}

/** @param {unknown[]} items @param {string} none */
function lines(items, none) {
  return items.length === 0 ? html`<p class="quiet">${none}</p>` : html`<ul class="list-lines">${items}</ul>`;
}

/** @param {string} name @param {unknown} more @param {string} verb @param {() => void} act */
function line(name, more, verb, act) {
  return html`<li>
    <span class="grow"><b>${name}</b> <span class="quiet">${more}</span></span>
    ${verb ? html`<button class="btn quiet" @click=${act}>${verb}<span class="sr"> ${name}</span></button>` : nothing}
  </li>`;
}

/** @param {any} incident @param {any} notice @param {boolean} isCommittee @param {(verb: any) => void} act */
function vendor(incident, notice, isCommittee, act) {
  const read = notice.acknowledgedAt ? html`, read ${absTime(notice.acknowledgedAt)}` : ", not read yet";
  const answer = `. ${notice.answer ? VENDOR_ANSWERS[notice.answer] : VENDOR_REPLIES.NO_ANSWER_YET}.`;
  return line(notice.vendor.name, html`notified ${absTime(notice.notifiedAt)}${read}${answer}`, isCommittee ? "Withdraw…" : "", () =>
    act(withdrawVendorNotice(incident, notice.vendor)),
  );
}
