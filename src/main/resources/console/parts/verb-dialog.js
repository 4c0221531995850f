// @ts-check
import { now } from "../clock.js";
import { Part, html, nothing } from "../element.js";
import { Refused, change } from "../graphql.js";
import { Network } from "../network.js";
import { shownZone } from "../preferences.js";
import { onSession, whoIsHere } from "../session.js";
import { instantOf, wallTime } from "../time-words.js";
import { clashBox, clashesOf } from "./clashes.js";
import { field } from "./field.js";
import { errorBox, offlineNote } from "./messages.js";
import { say } from "./toast.js";

/**
 * Something that can be done: the mutation, and the form it is done by.
 *
 * @typedef {object} Verb
 * @property {string} mutation
 * @property {string} title
 * @property {unknown} [intro]
 * @property {string} button what it is called, the result as a verb
 * @property {string} done what is said afterwards
 * @property {import("./field.js").Field[]} [fields]
 * @property {Record<string, unknown>} [fixed] further input
 * @property {string} answer the fields to read
 * @property {boolean} [bare] it takes no input
 * @property {boolean} [once] its answer is shown once, or the API takes no key for it: it is not sent again by itself
 * @property {Record<string, string>} [headers]
 * @property {boolean} [dangerous]
 * @property {boolean} [wide] has more to show than a few fields
 * @property {(input: Record<string, unknown>) => Promise<unknown>} [check] what to show below the fields for this input
 * @property {(answer: any) => unknown} [show] what to show instead of closing
 * @property {(subject: any) => Verb | undefined} [anew] the same verb for what it is about as it is now, so that what others wrote can
 *   be held against what was written here
 *
 * @typedef {object} Holder what the form is about, and what became of it meanwhile
 * @property {() => number | undefined} version
 * @property {() => Promise<string[]>} [news] reads it anew and tells what others changed
 * @property {() => any} [subject] it, as it was last read
 */

/** What was typed and not sent, until the page is left: closing a form by mistake costs nothing. @type {Map<string, Record<string, string>>} */
const drafts = new Map();

let owner = whoIsHere()?.handle;

onSession("change", () => {
  const now = whoIsHere()?.handle;
  if (now !== owner) {
    drafts.clear();
    owner = now;
  }
});

/** @param {Verb} verb @param {Holder} [holder] @returns {Promise<any>} what it answered; null if it was not done */
export function doing(verb, holder = { version: () => undefined }) {
  const dialog = /** @type {VerbDialog} */ (document.createElement("verb-dialog"));
  document.body.append(dialog);
  return dialog.open(verb, holder);
}

/** A dialog with the form of a verb. It keeps what was typed whatever happens. */
class VerbDialog extends Part {
  static properties = {
    verb: { attribute: false },
    values: { state: true },
    failure: { state: true },
    news: { state: true },
    sending: { state: true },
    checked: { state: true },
    shown: { state: true },
    people: { state: true },
    clashes: { state: true },
  };

  constructor() {
    super();
    /** @type {Verb | null} */
    this.verb = null;
    /** @type {Holder} */
    this.holder = { version: () => undefined };
    /** @type {Record<string, string>} */
    this.values = {};
    /** @type {Record<string, string>} */
    this.began = {};
    /** @type {unknown} */
    this.failure = null;
    /** @type {string[]} */
    this.news = [];
    this.sending = false;
    this.turn = 0;
    /** @type {unknown} */
    this.checked = nothing;
    /** @type {unknown} */
    this.shown = null;
    /** Who may be meant, of fields that had to ask for it. @type {Record<string, {handle: string, name: string}[]>} */
    this.people = {};
    /** Where others wrote something else meanwhile. @type {import("./clashes.js").Clash[]} */
    this.clashes = [];
    this.network = new Network(this);
    /** @type {(answer: any) => void} */
    this.resolve = () => {};
    /** @type {any} */
    this.answer = null;
  }

  /** @param {Verb} verb @param {Holder} holder */
  async open(verb, holder) {
    this.verb = verb;
    this.holder = holder;
    for (const each of verb.fields ?? []) {
      this.began[each.name] = each.value ?? (each.type === "instant" && each.required ? this.thisMinute() : "");
    }
    this.values = { ...this.began, ...drafts.get(this.draftKey()) };
    this.opener = document.activeElement;
    await this.updateComplete;
    this.querySelector("dialog")?.showModal();
    this.recheck();
    this.askForPeople(verb);
    return new Promise((resolve) => (this.resolve = resolve));
  }

  /** Whom a handle may mean is a help: without it, it is typed. @param {Verb} verb */
  askForPeople(verb) {
    for (const { name, choose } of verb.fields ?? []) {
      choose?.().then(
        (found) => (this.people = { ...this.people, [name]: found }),
        () => {},
      );
    }
  }

  thisMinute() {
    return wallTime(new Date(now()).toISOString(), shownZone());
  }

  draftKey() {
    return JSON.stringify([this.verb?.mutation, this.verb?.fixed ?? {}]);
  }

  /** @param {string} name @param {string} value */
  set(name, value) {
    this.values = { ...this.values, [name]: value };
    if (!this.verb?.fields?.some((each) => each.type === "password")) {
      drafts.set(this.draftKey(), this.values);
    }
    this.recheck();
  }

  async recheck() {
    const verb = this.verb;
    if (verb?.check) {
      clearTimeout(this.checkTimer);
      this.checkTimer = setTimeout(() => this.check(verb), 200);
    }
  }

  /** Shows what came of the newest input; what was asked for before it may come later. @param {Verb} verb */
  async check(verb) {
    const turn = ++this.turn;
    const checked = await Promise.resolve(verb.check?.(this.input())).catch((failure) => errorBox(failure));
    if (turn === this.turn) {
      this.checked = checked;
    }
  }

  /** What was typed, as the mutation wants it. What was left as it began is left out, unless it must be there. */
  input() {
    /** @type {Record<string, unknown>} */
    const input = { ...this.verb?.fixed };
    for (const each of this.verb?.fields ?? []) {
      const value = this.values[each.name] ?? "";
      const asItBegan = value === (this.began[each.name] ?? "");
      // The minute the form was opened in stands for "now", which the server knows better.
      if (each.always) {
        input[each.name] = value === "" && each.type !== "several" && each.type !== "lines" ? null : typed(each, value);
        continue;
      }
      const leaveOut = each.type === "instant" ? value === "" || (each.orNow && asItBegan) : asItBegan && !each.required;
      if (!leaveOut) {
        input[each.name] = typed(each, value);
      }
    }
    return input;
  }

  /** @param {Event} event */
  async send(event) {
    event.preventDefault();
    if (this.sending || this.network.off || !this.verb) {
      return;
    }
    const verb = this.verb;
    this.sending = true;
    this.failure = null;
    try {
      const version = this.holder.version();
      const input = version === undefined ? this.input() : { ...this.input(), expectedVersion: version };
      this.answer = await change(verb.mutation, verb.bare ? null : input, verb.answer, { once: verb.once, headers: verb.headers });
      drafts.delete(this.draftKey());
      say(verb.done);
      if (verb.show) {
        this.shown = verb.show(this.answer);
      } else {
        this.close();
      }
    } catch (failure) {
      await this.fail(failure);
    } finally {
      this.sending = false;
    }
  }

  /** @param {unknown} failure */
  async fail(failure) {
    if (failure instanceof Refused && failure.code === "stale-version" && this.holder.news) {
      this.news = await this.holder.news().catch(() => ["Somebody changed it."]);
      this.compare();
      return;
    }
    this.failure = failure;
  }

  /** What was answered may lie below what is seen of a long form. @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("news") || changed.has("failure")) {
      this.querySelector("[role=alert]")?.scrollIntoView({ block: "nearest" });
    }
  }

  /** What others wrote takes the place of what was not touched here; where both wrote, whoever writes picks. */
  compare() {
    const fresh = this.verb?.anew?.(this.holder.subject?.());
    if (fresh) {
      const { clashes, began, values } = clashesOf(fresh.fields ?? [], this.began, this.values);
      this.clashes = clashes;
      this.began = began;
      this.values = values;
    }
  }

  close() {
    this.querySelector("dialog")?.close();
  }

  closed() {
    this.resolve(this.answer);
    this.remove();
    if (this.opener instanceof HTMLElement && this.opener.isConnected) {
      this.opener.focus();
    }
  }

  render() {
    const verb = this.verb;
    if (!verb) {
      return nothing;
    }
    return html`<dialog class=${verb.wide ? "wide" : ""} aria-labelledby="verb-heading" @close=${this.closed}>
      <form @submit=${this.send}>
        <h2 id="verb-heading">${verb.title}</h2>
        ${this.shown ? this.result() : this.form(verb)}
      </form>
    </dialog>`;
  }

  result() {
    return html`${this.shown}
      <div class="acts"><button type="button" class="btn pri" @click=${this.close}>Close</button></div>`;
  }

  /** @param {Verb} verb */
  form(verb) {
    return html`${verb.intro ? html`<p class="lead-in">${verb.intro}</p>` : nothing}
      ${(verb.fields ?? []).map((each) =>
        field(this.withPeople(each), this.values[each.name] ?? "", (value) => this.set(each.name, value), "verb"),
      )}
      <div aria-live="polite">${this.checked}</div>
      ${this.conflict()} ${errorBox(this.failure, "Nothing was changed. What you wrote is still here.")}
      ${offlineNote(this.network.off)}
      <div class="acts">
        <button class="btn ${verb.dangerous ? "danger" : "pri"}" ?disabled=${this.sending || this.network.off}>
          ${this.sending ? "Sending…" : this.news.length > 0 ? `${verb.button} anyway` : verb.button}
        </button>
        <button type="button" class="btn quiet" @click=${this.close}>Cancel</button>
      </div>`;
  }

  /** @param {import("./field.js").Field} spec */
  withPeople(spec) {
    const found = this.people[spec.name] ?? [];
    return found.length > 0 ? { ...spec, people: [...(spec.people ?? []), ...found] } : spec;
  }

  conflict() {
    return this.news.length === 0
      ? nothing
      : html`<div class="box wait" role="alert">
          <p><b>It changed while you were writing. Nothing of yours was sent yet.</b></p>
          <ul>
            ${this.news.map((each) => html`<li>${each}</li>`)}
          </ul>
          ${clashBox(this.clashes, (name, value) => this.set(name, value))}
          <p>Send yours on top of that, or cancel.</p>
        </div>`;
  }
}

/** @param {import("./field.js").Field} spec @param {string} value */
function typed(spec, value) {
  switch (spec.type) {
    case "check":
      return value === "true";
    case "number":
      return Number(value);
    case "instant":
      return instantOf(value, shownZone());
    case "lines":
    case "several":
      return value
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");
    default:
      return value.trim();
  }
}

customElements.define("verb-dialog", VerbDialog);
