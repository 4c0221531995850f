// @ts-check
import { LitElement } from "lit";

export { html, nothing, svg } from "lit";

/** A component in the light DOM, so that labels, print styles and focus work across components. */
export class Part extends LitElement {
  createRenderRoot() {
    return this;
  }
}
