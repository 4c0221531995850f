// @ts-check
import { html, nothing } from "../element.js";
import { icon } from "../icons.js";
import { ListPage } from "../parts/list-page.js";
import { emptyState } from "../parts/messages.js";
import { absTime } from "../parts/times.js";
import { doing } from "../parts/verb-dialog.js";

/** @type {Record<string, string>} */
const CONTACT_TESTS = {
  ANSWERED: "Somebody answered",
  NO_ANSWER: "Nobody answered",
  UNREACHABLE: "It could not be delivered",
};

const VENDOR = `id name addedAt retiredAt termsVersion termsAcceptedAt termsAcceptedBy { name } contactTestedAt contactTestOutcome
  contacts { person { handle name } address addedAt }`;

/** The private list of vendors who can be notified, for the committee. */
class VendorsPage extends ListPage {
  /** @returns {[string, string]} */
  list() {
    return ["vendors", VENDOR];
  }

  /** @param {any} verb */
  async act(verb) {
    if (await doing({ answer: VENDOR, ...verb })) {
      this.following?.again();
    }
  }

  add() {
    return this.act({
      mutation: "addVendor",
      title: "Add a vendor",
      intro: "Nobody is told. They can be notified once somebody speaks for them.",
      button: "Add it",
      done: "Added.",
      fields: [{ name: "name", label: "Name of the organisation", type: "text", required: true, most: 300 }],
    });
  }

  /** @param {any} vendor */
  rename(vendor) {
    return this.act({
      mutation: "renameVendor",
      title: `Another name for ${vendor.name}`,
      button: "Rename",
      done: "Renamed.",
      fixed: { vendor: vendor.id },
      fields: [{ name: "name", label: "Name of the organisation", type: "text", required: true, most: 300, value: vendor.name }],
    });
  }

  /** @param {any} vendor */
  retire(vendor) {
    return this.act({
      mutation: "retireVendor",
      title: `Take ${vendor.name} off the list`,
      intro: "They are not notified again. What they were notified of stays theirs to see.",
      button: "Take it off",
      done: "Off the list.",
      dangerous: true,
      fixed: { vendor: vendor.id },
    });
  }

  /** @param {any} vendor */
  addContact(vendor) {
    return this.act({
      mutation: "addVendorContact",
      title: `Somebody who speaks for ${vendor.name}`,
      intro: "They see what the vendor is notified of from then on.",
      button: "Add them",
      done: "They speak for it.",
      fixed: { vendor: vendor.id },
      fields: [
        { name: "person", label: "Handle", type: "text", required: true, most: 63, hint: "Of somebody with the role vendor. An administrator makes the account." },
        { name: "address", label: "Mail address", type: "text", most: 254 },
      ],
    });
  }

  /** @param {any} vendor @param {any} contact */
  removeContact(vendor, contact) {
    return this.act({
      mutation: "removeVendorContact",
      title: `${contact.person.name} no longer speaks for ${vendor.name}`,
      button: "Remove them",
      done: "Removed.",
      dangerous: true,
      fixed: { vendor: vendor.id, person: contact.person.handle },
    });
  }

  /** @param {any} vendor */
  test(vendor) {
    return this.act({
      mutation: "recordContactTest",
      title: `You tried to reach ${vendor.name}`,
      intro: "A contact that was never tried may be no contact on the day it counts.",
      button: "Record it",
      done: "Recorded.",
      fixed: { vendor: vendor.id },
      fields: [
        { name: "outcome", label: "What came of it", type: "choice", required: true, options: CONTACT_TESTS },
        { name: "at", label: "When", type: "instant", required: true, orNow: true },
      ],
    });
  }

  render() {
    return html`<div class="lede">
        <div><h1>Vendors</h1><p>Who can be notified in advance. The list is the committee's alone.</p></div>
        <button class="btn pri" @click=${() => this.add()}>${icon("plus")}Add a vendor</button>
      </div>
      ${this.listed((nodes) => (nodes.length === 0 ? emptyState("No vendor is on the list.") : html`<div class="stack">${nodes.map((each) => this.vendor(each))}</div>`))}`;
  }

  /** @param {any} vendor */
  vendor(vendor) {
    const id = `vendor-${vendor.id}`;
    return html`<section class="card padded" aria-labelledby=${id}>
      <h2 id=${id}>${vendor.name} ${vendor.retiredAt ? html`<span class="pill">off the list since ${absTime(vendor.retiredAt)}</span>` : nothing}</h2>
      <dl class="kv stacked">
        <dt>Embargo terms</dt><dd>${this.terms(vendor)}</dd>
        <dt>Last contact test</dt>
        <dd>${vendor.contactTestedAt ? html`${CONTACT_TESTS[vendor.contactTestOutcome]}, ${absTime(vendor.contactTestedAt)}` : "Never"}</dd>
      </dl>
      ${this.contacts(vendor)} ${vendor.retiredAt ? nothing : this.buttons(vendor)}
    </section>`;
  }

  /** @param {any} vendor */
  terms(vendor) {
    return vendor.termsAcceptedAt
      ? html`Accepted ${absTime(vendor.termsAcceptedAt)}${vendor.termsAcceptedBy ? ` by ${vendor.termsAcceptedBy.name}` : ""}, version <span class="mono">${vendor.termsVersion}</span>`
      : "Not accepted yet: they are shown no content until they do";
  }

  /** @param {any} vendor */
  contacts(vendor) {
    if (vendor.contacts.length === 0) {
      return html`<p class="part quiet">Nobody speaks for it.</p>`;
    }
    return html`<ul class="list-lines part" aria-label=${`Contacts of ${vendor.name}`}>${vendor.contacts.map(
      (/** @type {any} */ each) => html`<li>
        <span class="grow"><b>${each.person.name}</b> <span class="mono">${each.person.handle}</span> <span class="quiet">${each.address ?? "no mail address"}</span></span>
        ${vendor.retiredAt ? nothing : html`<button class="btn quiet" @click=${() => this.removeContact(vendor, each)}>Remove…<span class="sr"> ${each.person.name}</span></button>`}
      </li>`,
    )}</ul>`;
  }

  /** @param {any} vendor */
  buttons(vendor) {
    const name = html`<span class="sr"> ${vendor.name}</span>`;
    return html`<div class="acts">
      <button class="btn" @click=${() => this.test(vendor)}>Record a contact test…${name}</button>
      <button class="btn" @click=${() => this.addContact(vendor)}>Add a contact…${name}</button>
      <button class="btn quiet" @click=${() => this.rename(vendor)}>Rename…${name}</button>
      <button class="btn quiet" @click=${() => this.retire(vendor)}>Take off the list…${name}</button>
    </div>`;
  }
}

customElements.define("vendors-page", VendorsPage);
