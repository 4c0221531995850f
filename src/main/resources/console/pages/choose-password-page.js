// @ts-check
import { Part, html, nothing } from "../element.js";
import { change } from "../graphql.js";
import { Network } from "../network.js";
import { field } from "../parts/field.js";
import { errorBox, offlineNote } from "../parts/messages.js";
import { go, rename } from "../router.js";
import { become, homeOf, whoIsHere } from "../session.js";

/** Somebody who was invited chooses a password, by the link an administrator handed them. */
class ChoosePasswordPage extends Part {
  static properties = { password: { state: true }, failure: { state: true }, sending: { state: true } };

  constructor() {
    super();
    this.network = new Network(this);
    this.password = "";
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
      const input = { invitation: this.invitation, password: this.password };
      const answer = await change("choosePassword", input, "viewer { handle name role }", { once: true });
      become(answer.viewer);
      go(homeOf(whoIsHere()));
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.sending = false;
    }
  }

  render() {
    return html`<section class="page-narrow">
      <h1>Choose a password</h1>
      <p class="lead-in">Then you are signed in. The link works once, within 7 days; earlier sessions end.</p>
      ${this.invitation === ""
        ? html`<p class="box wait">Something is missing: open the whole link you were given, with what follows the #.</p>`
        : nothing}
      <form class="card padded" @submit=${this.send}>
        ${field(
          { name: "password", label: "Password", type: "password", required: true, autocomplete: "new-password", hint: "12 characters or more, 72 bytes at most." },
          this.password,
          (value) => (this.password = value),
          "choose",
        )}
        ${offlineNote(this.network.off)} ${errorBox(this.failure, "Nothing was changed.")}
        <div class="acts"><button class="btn pri" ?disabled=${this.sending || this.network.off}>Choose it and sign in</button></div>
      </form>
    </section>`;
  }
}

customElements.define("choose-password-page", ChoosePasswordPage);
