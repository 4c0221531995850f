// @ts-check
import { Part, html, nothing } from "../element.js";
import "../parts/reporter-view.js";

/** The page behind a reporter's secret link. The secret stays in the fragment, which no server sees. */
class StatusPage extends Part {
  constructor() {
    super();
    this.onHash = () => this.requestUpdate();
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener("hashchange", this.onHash);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.onHash);
  }

  render() {
    const secret = location.hash.slice(1);
    return html`<section class="page-narrow">
      ${secret.startsWith("cordonlink_")
        ? html`<reporter-report .secret=${secret}></reporter-report>`
        : html`<h1>No report here, or the link is not whole.</h1>
            <p class="lead-in">Open the whole link, with what follows the #. Nothing to come back to yet? <a href="/report">Report a vulnerability</a>.</p>`}
    </section>`;
  }
}

customElements.define("status-page", StatusPage);
