// @ts-check
import { Part, html, nothing } from "../element.js";
import { follow } from "../live.js";
import { errorBox, skeleton } from "./messages.js";
import { readPages } from "./paged-list.js";

/** A page that shows one list of the API, kept up to date, fifty more at a time. */
export class ListPage extends Part {
  static properties = { params: { attribute: false }, nodes: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.params = {};
    /** @type {any[] | null} */
    this.nodes = null;
    this.more = false;
    this.pages = 1;
    /** @type {unknown} */
    this.failure = null;
  }

  /** @returns {[string, string]} the query and the fields of a node */
  list() {
    throw new Error("Says what to read");
  }

  /** @returns {{type: string, value: Record<string, unknown>} | null} which of them, by the query's own filter */
  filter() {
    return null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.following = follow(() => this.load());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.following?.stop();
  }

  async load() {
    try {
      const filter = this.filter();
      const { nodes, more } = await readPages(...this.list(), this.pages, filter);
      if (JSON.stringify(filter) !== JSON.stringify(this.filter())) {
        return;
      }
      this.nodes = nodes;
      this.more = more;
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
      throw failure;
    }
  }

  /** Shows a node as a change answered it. @param {any} node */
  replace(node) {
    this.nodes = (this.nodes ?? []).map((each) => (each.reference === node.reference ? node : each));
  }

  /** Another filter holds: begins at the first page again. */
  narrowed() {
    this.pages = 1;
    this.nodes = null;
    this.following?.again();
  }

  showMore() {
    this.pages += 1;
    this.following?.again();
  }

  /** @param {(nodes: any[]) => unknown} content what to show of what is there */
  listed(content) {
    if (this.nodes === null) {
      return this.failure ? errorBox(this.failure, "The list could not be read.") : skeleton();
    }
    return html`${content(this.nodes)}
    ${this.more ? html`<p class="more"><button class="btn" @click=${() => this.showMore()}>Show 50 more</button></p>` : nothing}`;
  }
}
