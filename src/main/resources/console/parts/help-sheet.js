// @ts-check
import { Part, html } from "../element.js";
import { preferences } from "../preferences.js";

/** @type {[string, string][]} */
const KEYS = [
  ["Ctrl Enter", "send a form"],
  ["Esc", "close a form; what you wrote comes back when you open it again"],
  ["j  k  ↓  ↑", "move in a list"],
  ["Enter", "open what the list is at"],
  ["/", "go to the filter"],
  ["t", "local time or UTC"],
  ["?", "this sheet"],
];

/** The keys there are. Single keys work only while a list has the focus. */
class HelpSheet extends Part {
  firstUpdated() {
    this.querySelector("dialog")?.showModal();
  }

  render() {
    return html`<dialog aria-labelledby="keys-title" @close=${() => this.remove()}>
      <h2 id="keys-title">Keys</h2>
      <p class="lead-in">
        Single keys work while a list has the focus${preferences().keys ? "" : ", and are switched off in your settings"}.
        None of them changes anything.
      </p>
      <dl class="keys">
        ${KEYS.map(([key, meaning]) => html`<dt><kbd>${key}</kbd></dt><dd>${meaning}</dd>`)}
      </dl>
      <form method="dialog" class="acts"><button class="btn pri">Close</button></form>
    </dialog>`;
  }
}

customElements.define("help-sheet", HelpSheet);
