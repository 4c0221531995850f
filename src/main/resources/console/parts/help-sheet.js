// @ts-check
import { Part, html } from "../element.js";
import { preferences } from "../preferences.js";

/** @type {[string, string][]} */
const KEYS = [
  ["Ctrl K", "find an incident, a page or a command"],
  ["Ctrl Enter", "send a form"],
  ["Esc", "close a form; what you wrote comes back when you open it again"],
  ["j  k  ↓  ↑", "move in a list"],
  ["Enter", "open what the list is at"],
  ["a", "offer the lead of what the list is at"],
  ["m", "record what happened to it"],
  ["s", "score it"],
  ["n", "write a note to it"],
  ["/", "go to the filter"],
  ["t", "local time or UTC"],
  ["g q", "go to the queue"],
  ["g b", "go to missed deadlines"],
  ["g m", "go to metrics"],
  ["g o", "go to who is on call"],
  ["g r", "go to a new report"],
  ["g s", "go to settings"],
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
        None of them changes anything without a form.
      </p>
      <dl class="keys">
        ${KEYS.map(([key, meaning]) => html`<dt><kbd>${key}</kbd></dt><dd>${meaning}</dd>`)}
      </dl>
      <form method="dialog" class="acts"><button class="btn pri">Close</button></form>
    </dialog>`;
  }
}

customElements.define("help-sheet", HelpSheet);
