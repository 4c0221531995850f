// @ts-check
import { Part, html } from "../element.js";
import { go } from "../router.js";
import { homeOf, whoIsHere } from "../session.js";
import "../parts/sign-in-form.js";

/** The way in for people with an account, and the ways for everybody else. */
class SignInPage extends Part {
  arrive() {
    const to = new URLSearchParams(location.search).get("to") ?? "";
    // An address of the console only: nobody is sent elsewhere by a link.
    go(/^\/console\/[a-zA-Z0-9/?=&-]*$/.test(to) ? to : homeOf(whoIsHere()));
  }

  render() {
    return html`<section class="page-narrow">
      <h1>Sign in</h1>
      <p class="lead-in">For the people who work on incidents, and those they notify.</p>
      <div class="card padded"><sign-in-form @signed-in=${() => this.arrive()}></sign-in-form></div>
      <p class="below">
        Found a vulnerability? <a href="/report">Report it</a>, no account needed. Anyone may read the
        <a href="/policies">policies</a> and use the <a href="/cvss">CVSS calculator</a>.
      </p>
    </section>`;
  }
}

customElements.define("sign-in-page", SignInPage);
