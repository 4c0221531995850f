// @ts-check
import { clockError } from "../clock.js";
import { Part, html, nothing } from "../element.js";
import { freshness, onFreshness } from "../live.js";
import { shownZone } from "../preferences.js";
import { hourWithZone, span } from "../time-words.js";

const NEW_BUILD_EVERY = 300_000;

/** How old what is shown is, whether the clock of this computer is wrong, and whether there is a newer console. */
class LiveStatus extends Part {
  static properties = { newer: { state: true } };

  constructor() {
    super();
    this.newer = false;
    /** @type {string | null} */
    this.build = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.end = onFreshness(() => this.requestUpdate());
    this.timer = setInterval(() => this.requestUpdate(), 60_000);
    this.buildTimer = setInterval(() => this.look(), NEW_BUILD_EVERY);
    this.look();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.end?.();
    clearInterval(this.timer);
    clearInterval(this.buildTimer);
  }

  async look() {
    try {
      const tag = (await fetch("/", { method: "HEAD", cache: "no-store" })).headers.get("ETag");
      this.newer = this.build !== null && tag !== null && tag !== this.build;
      this.build ??= tag;
    } catch {
      // Not now. The page says elsewhere that Cordon cannot be reached.
    }
  }

  render() {
    const error = clockError();
    return html`${this.newer
        ? html`<span class="notice" role="status"
            >A new version is ready. <button class="link" @click=${() => location.reload()}>Reload</button> when you
            finish.</span
          >`
        : nothing}
      ${error !== 0
        ? html`<span class="notice" role="status"
            >Your computer's clock is ${span(error)} ${error > 0 ? "fast" : "slow"}. Times here use the server's
            clock.</span
          >`
        : nothing}
      ${this.dot()}`;
  }

  dot() {
    const { kind, at } = freshness();
    const words = {
      idle: "",
      told: `Live, ${hour(at)}`,
      live: `Updated ${hour(at)}`,
      asking: `Updated ${hour(at)}. Asks every 30 s, trying to reconnect`,
      stale: `Updated ${span(Date.now() - at)} ago, trying to reconnect`,
      offline: `Offline since ${hour(at)}. Deadlines keep counting; changes wait.`,
    };
    return kind === "idle" ? nothing : html`<span class="live ${kind}" role="status"><i></i>${words[kind]}</span>`;
  }
}

/** @param {number} at */
function hour(at) {
  return hourWithZone(new Date(at).toISOString(), shownZone());
}

customElements.define("live-status", LiveStatus);
