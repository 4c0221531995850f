// @ts-check
import { offered } from "../commands.js";
import { Part, html, nothing } from "../element.js";
import { brandMark, icon } from "../icons.js";
import { refresh } from "../live.js";
import { prefer, preferences, onPreference } from "../preferences.js";
import { followLink, go, MISSING, onMove, rename, routeOf } from "../router.js";
import { homeOf, leave, meet, onSession, whoIsHere } from "../session.js";
import { errorBox } from "./messages.js";
import { navRail, placesOf } from "./nav-rail.js";
import "./live-status.js";

const THEMES = /** @type {const} */ ({ system: ["light", "screen"], light: ["dark", "sun"], dark: ["system", "moon"] });

/** Where the key after "g" goes. @type {Record<string, string>} */
const GOES = { q: "/console/queue", b: "/console/breaches", m: "/console/metrics", o: "/console/on-call", r: "/report", s: "/console/settings" };

/** How long "g" waits for it, in milliseconds. */
const GOING = 1500;

/** What is around every page, and which page it is around. */
class AppShell extends Part {
  static properties = { page: { state: true }, failure: { state: true }, ended: { state: true }, asking: { state: true } };

  constructor() {
    super();
    /** @type {HTMLElement | null} */
    this.page = null;
    /** @type {unknown} */
    this.failure = null;
    this.ended = false;
    this.asking = true;
    this.isGoing = false;
  }

  connectedCallback() {
    super.connectedCallback();
    onMove(() => this.show());
    onPreference(() => {
      this.requestUpdate();
      /** @type {any} */ (this.page)?.requestUpdate?.();
    });
    onSession("change", () => this.requestUpdate());
    onSession("ended", () => this.askToSignInAgain());
    addEventListener("click", followLink);
    addEventListener("keydown", (event) => this.onKey(event));
    this.start();
  }

  async start() {
    this.failure = null;
    try {
      await meet();
      await this.show();
    } catch (failure) {
      // Without knowing who is here nobody is sent to another page.
      this.failure = failure;
    }
    this.asking = false;
  }

  /** @returns {Promise<void>} */
  async show() {
    const { pathname } = location;
    if (pathname === "/" || pathname === "/console" || pathname === "/console/") {
      rename(homeOf(whoIsHere()));
    }
    const { route, params } = routeOf(location.pathname);
    const me = whoIsHere();
    if (route.roles && !me) {
      rename(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`);
      return this.show();
    }
    const allowed = !route.roles || (me && route.roles.includes(me.role));
    await this.put(allowed ? route : MISSING, allowed ? params : {});
  }

  /** @param {import("../router.js").Route} route @param {Record<string, string>} params */
  async put(route, params) {
    try {
      await route.load();
    } catch {
      // A module of this build is gone: another build took its place.
      this.failure = new Error("This page could not be loaded. Reload, or try again in a moment.");
      return;
    }
    const stays = this.page?.localName === route.tag;
    const page = stays && this.page ? this.page : document.createElement(route.tag);
    Object.assign(page, { params });
    this.failure = null;
    document.title = `${route.title} · Cordon`;
    const isMove = this.page !== null && !stays;
    this.page = page;
    if (isMove) {
      await this.updateComplete;
      this.querySelector("main")?.focus({ preventScroll: true });
    }
  }

  askToSignInAgain() {
    if (!this.ended) {
      this.ended = true;
      import("./sign-in-form.js").then(async () => {
        await this.updateComplete;
        /** @type {HTMLDialogElement | null} */ (this.querySelector("#again"))?.showModal();
      });
    }
  }

  signedInAgain() {
    /** @type {HTMLDialogElement | null} */ (this.querySelector("#again"))?.close();
    this.ended = false;
    refresh();
  }

  async signOut() {
    try {
      await leave();
      go("/sign-in");
    } catch (failure) {
      this.failure = failure;
    }
  }

  help() {
    import("./help-sheet.js").then(() => document.body.append(document.createElement("help-sheet")));
  }

  /** Finds incidents, pages and commands; not over another form, and for nobody who is not signed in. */
  async find() {
    const me = whoIsHere();
    if (!me || document.querySelector("dialog[open]")) {
      return;
    }
    await import("./cmd-palette.js");
    const palette = /** @type {any} */ (document.createElement("cmd-palette"));
    palette.commands = [...offered(), ...this.commands()];
    document.body.append(palette);
  }

  /** What can be done on every page. @returns {import("../commands.js").Command[]} */
  commands() {
    const { theme, utc } = preferences();
    const [next] = THEMES[theme];
    return [
      { name: utc ? "Show local times" : "Show times in UTC", does: () => prefer({ utc: !utc }) },
      { name: `Theme: use ${next}`, does: () => prefer({ theme: next }) },
      { name: "Keys", does: () => this.help() },
      { name: "Sign out", does: () => this.signOut() },
    ];
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && whoIsHere()) {
      event.preventDefault();
      this.find();
      return;
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) {
      sendFormOf(event);
      return;
    }
    const inList = event.target instanceof Element && event.target.closest("[data-keys]");
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && preferences().keys;
    if (!inList || !plain) {
      return;
    }
    if (this.isGoing && event.key in GOES) {
      this.isGoing = false;
      this.goTo(GOES[event.key]);
    } else if (event.key === "g") {
      this.isGoing = true;
      setTimeout(() => (this.isGoing = false), GOING);
    } else if (event.key === "?") {
      this.help();
    } else if (event.key === "t") {
      prefer({ utc: !preferences().utc });
    }
  }

  /** Only where somebody can go. @param {string} address */
  goTo(address) {
    const me = whoIsHere();
    if (me && placesOf(me).some(([there]) => there === address)) {
      go(address);
    }
  }

  render() {
    const me = whoIsHere();
    return html`<a class="skip" href="#main">Skip to content</a>
      ${document.documentElement.dataset.mode === "dev" ? this.banner() : nothing}
      <div class="shell ${me ? "" : "public"}">
        ${me ? navRail(me, location.pathname, () => this.signOut(), () => this.help()) : this.publicHeader()}
        <div class="beside">
          ${this.top()}
          <main id="main" tabindex="-1">
            ${this.failure
              ? html`${errorBox(this.failure)}
                  <p><button class="btn" @click=${() => this.start()}>Try again</button></p>`
              : nothing}
            ${this.asking ? nothing : this.page}
          </main>
        </div>
      </div>
      ${this.endedDialog()}
      <div id="toast" role="status"></div>`;
  }

  banner() {
    return html`<aside class="dev-banner" aria-label="Development mode">
      Development mode: anybody can be anybody. Never expose this.
      <a href="/dev/sign-in" target="_self">Be somebody else</a>
    </aside>`;
  }

  publicHeader() {
    return html`<header class="public-head">
      <a class="brand" href="/">${brandMark()}<span>Cordon</span></a>
      <nav aria-label="Main">
        <a href="/report">Report a vulnerability</a><a href="/policies">Policies</a><a href="/cvss">CVSS</a
        ><a href="/sign-in">Sign in</a>
      </nav>
    </header>`;
  }

  top() {
    const { theme, utc } = preferences();
    const [next, shape] = THEMES[theme];
    return html`<section class="top" aria-label="State and appearance">
      ${whoIsHere()
        ? html`<button class="find" aria-keyshortcuts="Control+K" @click=${() => this.find()}>${icon("find")}<span>Search</span><kbd aria-hidden="true">Ctrl K</kbd></button>`
        : nothing}
      <live-status></live-status>
      <span class="seg" role="group" aria-label="Time zone">
        <button aria-pressed=${!utc} @click=${() => prefer({ utc: false })}>Local</button>
        <button aria-pressed=${utc} @click=${() => prefer({ utc: true })}>UTC</button>
      </span>
      <button class="icon" aria-label="Theme: ${theme}. Use ${next}" title="Theme: ${theme}" @click=${() => prefer({ theme: next })}>
        ${icon(shape)}
      </button>
    </section>`;
  }

  endedDialog() {
    return this.ended
      ? html`<dialog id="again" aria-labelledby="again-title" @close=${() => (this.ended = false)}>
          <h2 id="again-title">Your session ended. Sign in to go on.</h2>
          <p class="lead-in">What you wrote is still here.</p>
          <sign-in-form .handle=${whoIsHere()?.handle ?? ""} @signed-in=${() => this.signedInAgain()}></sign-in-form>
        </dialog>`
      : nothing;
  }
}

/** Sends the form one is in, as its button would: not while that cannot. @param {KeyboardEvent} event */
function sendFormOf(event) {
  const form = event.target instanceof Element ? event.target.closest("form") : null;
  const button = /** @type {HTMLButtonElement | null | undefined} */ (form?.querySelector("button:not([type=button])"));
  if (form && button && !button.disabled) {
    event.preventDefault();
    form.requestSubmit(button);
  }
}

customElements.define("app-shell", AppShell);
