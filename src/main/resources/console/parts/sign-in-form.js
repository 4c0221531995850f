// @ts-check
import { Part, html, nothing } from "../element.js";
import { Refused, change } from "../graphql.js";
import { Network } from "../network.js";
import { become } from "../session.js";
import { field } from "./field.js";
import { errorBox, offlineNote } from "./messages.js";

/** Handle and password. Fires `signed-in` once somebody is. */
class SignInForm extends Part {
  static properties = { handle: {}, password: { state: true }, failure: { state: true }, sending: { state: true } };

  constructor() {
    super();
    this.network = new Network(this);
    this.handle = "";
    this.password = "";
    /** @type {unknown} */
    this.failure = null;
    this.sending = false;
  }

  /** @param {Event} event */
  async send(event) {
    event.preventDefault();
    this.sending = true;
    this.failure = null;
    try {
      const input = { handle: this.handle.trim(), password: this.password };
      const answer = await change("signIn", input, "viewer { handle name role }", { once: true });
      this.password = "";
      become(answer.viewer);
      this.dispatchEvent(new Event("signed-in", { bubbles: true }));
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.sending = false;
    }
  }

  render() {
    const isDev = document.documentElement.dataset.mode === "dev";
    return html`<form @submit=${this.send}>
      ${field(
        { name: "handle", label: "Handle", type: "text", required: true, autocomplete: "username" },
        this.handle,
        (value) => (this.handle = value),
        "sign-in",
      )}
      ${field(
        { name: "password", label: "Password", type: "password", required: true, autocomplete: "current-password" },
        this.password,
        (value) => (this.password = value),
        "sign-in",
      )}
      ${offlineNote(this.network.off)} ${errorBox(this.failure, this.failure instanceof Refused ? "You are not signed in." : "")}
      <div class="acts">
        <button class="btn pri" ?disabled=${this.sending || this.network.off}>${this.sending ? "Signing in…" : "Sign in"}</button>
      </div>
      ${isDev
        ? html`<p class="hint-line">
            Development mode: <a href="/dev/sign-in" target="_self">sign in as any of the sample people</a>.
          </p>`
        : nothing}
    </form>`;
  }
}

customElements.define("sign-in-form", SignInForm);
