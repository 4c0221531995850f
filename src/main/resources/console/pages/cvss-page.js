// @ts-check
import { Part, html } from "../element.js";
import "../parts/cvss-calculator.js";
import { rename } from "../router.js";

/** The calculator for anybody, with the vector in the fragment, so that a link to it tells the server nothing. */
class CvssPage extends Part {
  static properties = { vector: { state: true } };

  constructor() {
    super();
    this.vector = fragment();
    this.onHash = () => (this.vector = fragment());
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener("hashchange", this.onHash);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.onHash);
  }

  /** @param {CustomEvent} event */
  keep(event) {
    this.vector = event.detail;
    rename(event.detail ? `/cvss#${event.detail}` : "/cvss");
  }

  render() {
    return html`<h1>CVSS calculator</h1>
      <p class="lead-in">Versions 3.1, 4.0 and 3.0. The score is computed by the server; the address of this page holds the vector, so it can be shared.</p>
      <section class="card padded calculator">
        <cvss-calculator .vector=${this.vector} @vector=${this.keep}></cvss-calculator>
      </section>`;
  }
}

/** What stands behind the # of the address. */
function fragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return location.hash.slice(1);
  }
}

customElements.define("cvss-page", CvssPage);
