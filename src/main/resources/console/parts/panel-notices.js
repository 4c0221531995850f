// @ts-check
import { html, nothing } from "../element.js";
import { icon } from "../icons.js";
import { draftNotice, isOpenNotice, kindsToDraft, needsApproval, noticeSteps } from "../notice-verbs.js";
import { whoIsHere } from "../session.js";
import { NOTICES, NOTICE_STATES, VENDOR_REPLIES } from "../words.js";
import { absTime } from "./times.js";

/** What is to be said, or was said, to users and vendors, and how far it came. @param {any} incident @param {(verb: any) => void} act */
export function noticesPanel(incident, act) {
  const mayDraft = (incident.status !== "CLOSED" || incident.closeReason === "RESOLVED") && Object.keys(kindsToDraft(incident)).length > 0;
  return html`<div class="panel">
    <section>
      <h3>Notices</h3>
      ${incident.noticeDrafts.length === 0 ? html`<p class="quiet">Nothing was drafted yet.</p>` : nothing}
      ${[...incident.noticeDrafts].reverse().map((each) => notice(incident, each, act))}
      ${mayDraft ? html`<div class="acts"><button class="btn" @click=${() => act(draftNotice(incident))}>Draft a notice…</button></div>` : nothing}
    </section>
    ${receipts(incident.vendorReceipts)}
  </div>`;
}

/** @param {any} incident @param {any} notice @param {(verb: any) => void} act */
function notice(incident, notice, act) {
  const steps = noticeSteps(incident, notice, whoIsHere());
  return html`<article class="notice-draft ${isOpenNotice(notice) ? "" : "frozen"}" aria-labelledby="notice-${notice.id}">
    <h4 id="notice-${notice.id}">${NOTICES[notice.kind]} <span class="pill">${isOpenNotice(notice) ? nothing : icon("lock")}${NOTICE_STATES[notice.state]}</span></h4>
    <p><b>${notice.subject}</b></p>
    <span class="q">${notice.body}</span>
    <p class="quiet">${history(notice)}</p>
    ${isOpenNotice(notice) ? html`<p>${nextIn(incident, notice)}</p>` : html`<p>It never changes again.</p>`}
    ${steps.length === 0
      ? nothing
      : html`<div class="acts">
          ${steps.map((each, at) => html`<button class="btn ${at === 0 ? "pri" : ""}" @click=${() => act(each.does())}>${each.name}<span class="sr"> ${NOTICES[notice.kind]}</span></button>`)}
        </div>`}
  </article>`;
}

/** Who did what to it, and when. @param {any} notice */
function history(notice) {
  const { draftedBy, editedBy, approvedBy, sentBy, discardedBy } = notice;
  const by = (/** @type {string} */ did, /** @type {any} */ who, /** @type {string} */ at) => html`${did} by ${who?.name ?? "somebody"}, ${absTime(at)}. `;
  return html`${by("Drafted", draftedBy, notice.draftedAt)}${notice.editedAt ? by("Edited", editedBy, notice.editedAt) : nothing}${
    notice.approvedAt ? by("Approved", approvedBy, notice.approvedAt) : nothing
  }${notice.sentAt ? by("Sent", sentBy, notice.sentAt) : nothing}${notice.addresses.length > 0 ? `It went to ${notice.addresses.join(", ")}.` : nothing}${
    notice.discardedAt ? html`${by("Put aside", discardedBy, notice.discardedAt)}${notice.discardReason}` : nothing
  }`;
}

/** What it waits for. @param {any} incident @param {any} notice */
function nextIn(incident, notice) {
  if (notice.state === "APPROVED") {
    return "It may be sent by somebody of the committee.";
  }
  return needsApproval(incident, notice.kind)
    ? "Somebody who did not write it has to approve it before it is sent."
    : "No policy asks for a second person: it may be sent as it is.";
}

/** How far the notice of each vendor came. @param {any[]} receipts */
function receipts(receipts) {
  return html`<section>
    <h3 id="receipts">Receipts of vendors</h3>
    ${receipts.length === 0
      ? html`<p class="quiet">No vendor was notified.</p>`
      : html`<div class="table-wrap" role="region" aria-labelledby="receipts" tabindex="0">
          <table>
            <thead><tr><th scope="col">Vendor</th><th scope="col">Answer</th><th scope="col">Notified</th><th scope="col">Delivered</th><th scope="col">Opened</th></tr></thead>
            <tbody>${receipts.map(receipt)}</tbody>
          </table>
        </div>`}
  </section>`;
}

/** @param {any} receipt */
function receipt(receipt) {
  const people = receipt.contacts.map((/** @type {any} */ each) => each.name).filter((/** @type {string} */ name) => name !== receipt.vendor);
  return html`<tr>
    <th scope="row">${receipt.vendor}${people.length > 0 ? html` <span class="quiet">${people.join(", ")}${receipt.termsAcceptedAt ? "" : ". Embargo terms not accepted yet, so no content shows to them"}</span>` : nothing}</th>
    <td>${receipt.answer === "NO_ANSWER_YET" ? html`<b>${VENDOR_REPLIES[receipt.answer]}</b>` : html`${VENDOR_REPLIES[receipt.answer]}, ${absTime(receipt.answeredAt)}`}</td>
    <td>${absTime(receipt.sentAt)}</td>
    <td>${receipt.deliveredAt ? absTime(receipt.deliveredAt) : html`<span class="quiet">No mail taken yet</span>`}</td>
    <td>${receipt.openedAt ? absTime(receipt.openedAt) : html`<span class="quiet">Not opened yet</span>`}</td>
  </tr>`;
}
