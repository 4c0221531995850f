// @ts-check
import { Part, html, nothing } from "../element.js";
import { change } from "../graphql.js";
import { Network } from "../network.js";
import { field } from "../parts/field.js";
import { errorBox, offlineNote } from "../parts/messages.js";
import { go, rename } from "../router.js";
import { become, homeOf, whoIsHere } from "../session.js";

/** The first administrator comes in, by the link that Cordon prints when it starts. */
class SetUpPage extends Part {
  static properties = { values: { state: true }, failure: { state: true }, sending: { state: true } };

  constructor() {
    super();
    this.network = new Network(this);
    /** @type {Record<string, string>} */
    this.values = {};
    /** @type {unknown} */
    this.failure = null;
    this.sending = false;
    // Out of the address at once: it is a secret, and histories are kept.
    this.invitation = location.hash.slice(1);
    rename(location.pathname);
  }

  /** @param {Event} event */
  async send(event) {
    event.preventDefault();
    this.sending = true;
    this.failure = null;
    try {
      const input = { ...this.values, invitation: this.invitation };
      const answer = await change("setUp", input, "viewer { handle name role }", { once: true });
      become(answer.viewer);
      go(homeOf(whoIsHere()));
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.sending = false;
    }
  }

  /** @param {import("../parts/field.js").Field} spec */
  input(spec) {
    return field(
      spec,
      this.values[spec.name] ?? "",
      (value) => (this.values = { ...this.values, [spec.name]: value }),
      "set-up",
    );
  }

  render() {
    return html`<section class="page-narrow">
      <h1>Become the first administrator</h1>
      <p class="lead-in">The link works once, within 15 minutes of the start. Start Cordon again for another one.</p>
      ${this.invitation === "" ? missingLink() : nothing}
      <form class="card padded" @submit=${this.send}>
        ${this.input({ name: "handle", label: "Handle", type: "text", required: true, autocomplete: "username", hint: "1 to 63 small letters, digits and hyphens. People address you by it, for good." })}
        ${this.input({ name: "name", label: "Name", type: "text", required: true, autocomplete: "name" })}
        ${this.input({ name: "password", label: "Password", type: "password", required: true, autocomplete: "new-password", hint: "12 characters or more, 72 bytes at most." })}
        ${offlineNote(this.network.off)} ${errorBox(this.failure, "You are not set up yet.")}
        <div class="acts"><button class="btn pri" ?disabled=${this.sending || this.network.off}>Become administrator</button></div>
      </form>
    </section>`;
  }
}

export function missingLink() {
  return html`<p class="box wait">
    Something is missing: open the whole link you were given, with what follows the #.
  </p>`;
}

customElements.define("set-up-page", SetUpPage);
