// @ts-check
import { Part, html } from "../element.js";
import { noIncident } from "../parts/messages.js";

/** What is not there, or not for whoever is here: both look the same. */
class MissingPage extends Part {
  render() {
    return location.pathname.startsWith("/console/incidents")
      ? noIncident()
      : html`<section class="page-narrow">
          <h1>There is no such page.</h1>
          <p class="lead-in">Check the address, or <a href="/console">go to where you work</a>.</p>
        </section>`;
  }
}

customElements.define("missing-page", MissingPage);
