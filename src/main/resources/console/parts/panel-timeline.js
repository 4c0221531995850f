// @ts-check
import { Part, html, nothing } from "../element.js";
import { eventInWords, kindOf } from "../event-words.js";
import { ask } from "../graphql.js";
import { icon } from "../icons.js";
import { EVENT } from "../incident-fields.js";
import { shownZone } from "../preferences.js";
import { day, hour } from "../time-words.js";
import { errorBox } from "./messages.js";

const OLDER = `query($reference: String!, $before: String) { incident(reference: $reference) {
  timeline(last: 50, before: $before) { pageInfo { hasPreviousPage startCursor } nodes { ${EVENT} } } } }`;

/** What happened, newest first, by day. */
class TimelinePanel extends Part {
  static properties = { incident: { attribute: false }, act: { attribute: false }, older: { state: true }, failure: { state: true }, loading: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.incident = null;
    /** @type {any[]} */
    this.older = [];
    /** @type {any} */
    this.pageInfo = null;
    /** @type {unknown} */
    this.failure = null;
    this.loading = false;
  }

  willUpdate(/** @type {Map<string, any>} */ changed) {
    const before = changed.get("incident");
    if (before && before.reference !== this.incident.reference) {
      this.older = [];
      this.pageInfo = null;
    }
  }

  async more() {
    this.loading = true;
    try {
      const { startCursor } = this.pageInfo ?? this.incident.timeline.pageInfo;
      const data = await ask(OLDER, { reference: this.incident.reference, before: startCursor });
      this.pageInfo = data.incident.timeline.pageInfo;
      this.older = [...data.incident.timeline.nodes, ...this.older];
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
    this.loading = false;
  }

  render() {
    const known = new Map([...this.older, ...this.incident.timeline.nodes].map((each) => [each.sequence, each]));
    const events = [...known.values()].sort((one, other) => other.sequence - one.sequence);
    const days = Map.groupBy ? Map.groupBy(events, (each) => day(each.at, shownZone())) : byDay(events);
    const pageInfo = this.pageInfo ?? this.incident.timeline.pageInfo;
    return html`<div class="panel log">
      ${[...days].map(([name, ofDay]) => html`<h3>${name}</h3><ol>${ofDay.map((/** @type {any} */ each) => this.event(each))}</ol>`)}
      ${errorBox(this.failure)}
      ${pageInfo.hasPreviousPage
        ? html`<p class="acts"><button class="btn" ?disabled=${this.loading} @click=${() => this.more()}>Show older</button></p>`
        : nothing}
    </div>`;
  }

  /** What a deadline is called; one of a former policy goes by its key. @param {string} key */
  nameOf(key) {
    return this.incident.milestones.find((/** @type {any} */ each) => each.key === key)?.name ?? key;
  }

  /** @param {any} event */
  event(event) {
    const { name, icon: shape, tone = "" } = kindOf(event.kind);
    const audience = { REPORTER: " Seen by the reporter too.", VENDORS: " Seen by vendors too.", TEAM: "" }[/** @type {"TEAM"} */ (event.audience)];
    const note = this.incident.notes.find((/** @type {any} */ each) => each.id === event.subject);
    return html`<li class="ev" id="ev-${event.sequence}">
      <time datetime=${event.at}>${hour(event.at, shownZone())}</time>
      <span class="k ${tone}" title=${name}>${icon(shape)}</span>
      <div>
        ${event.actor ? html`<b>${event.actor.name}</b>` : nothing}${spaced(eventInWords(event, (key) => this.nameOf(key)), event.actor)}<span class="quiet">${audience}</span>
        ${note ? html`<span class="q">${note.body}</span>` : nothing}
      </div>
    </li>`;
  }
}

/** @param {string} text @param {unknown} actor */
function spaced(text, actor) {
  return actor && !text.startsWith(":") ? ` ${text}` : text;
}

/** @param {any[]} events @returns {Map<string, any[]>} */
function byDay(events) {
  const days = new Map();
  for (const each of events) {
    const name = day(each.at, shownZone());
    days.set(name, [...(days.get(name) ?? []), each]);
  }
  return days;
}

customElements.define("timeline-panel", TimelinePanel);
