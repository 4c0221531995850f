// @ts-check
import { now, Ticks } from "../clock.js";
import { Part, html, nothing } from "../element.js";
import { ask } from "../graphql.js";
import { icon } from "../icons.js";
import { teamPeople } from "../known-people.js";
import { follow } from "../live.js";
import { emptyState, errorBox, skeleton } from "../parts/messages.js";
import { absTime } from "../parts/times.js";
import { doing } from "../parts/verb-dialog.js";
import { shownZone } from "../preferences.js";
import { whoIsHere } from "../session.js";
import { byDay, gapBefore, peopleOf } from "../shifts.js";
import { hourWithZone, shortMoment, wallTime, zoneName } from "../time-words.js";

const SHIFT = "id from until cancelledAt person { handle name } backup { handle name }";
const READ = `query($from: DateTime!, $until: DateTime!) {
  onCall { ${SHIFT} } shifts(from: $from, until: $until) { ${SHIFT} } serverTime }`;
const DAY = 86_400_000;
const AHEAD = 92 * DAY;

/** Who is on call now and when others are. */
class OnCallPage extends Part {
  static properties = { shifts: { state: true }, onCall: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {import("../shifts.js").Shift[] | null} */
    this.shifts = null;
    /** @type {import("../shifts.js").Shift | null} */
    this.onCall = null;
    /** @type {unknown} */
    this.failure = null;
    new Ticks(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.following = follow(() => this.load());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.following?.stop();
  }

  instants() {
    return (this.shifts ?? []).flatMap((each) => [each.from, each.until]);
  }

  passed() {
    this.following?.again();
  }

  async load() {
    const from = new Date(now()).toISOString();
    try {
      const data = await ask(READ, { from, until: new Date(now() + AHEAD).toISOString() });
      this.onCall = data.onCall;
      this.shifts = data.shifts.filter((/** @type {any} */ each) => each.cancelledAt === null);
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
      throw failure;
    }
  }

  /** @param {any} verb */
  async act(verb) {
    if (await doing({ once: true, answer: SHIFT, ...verb })) {
      this.following?.again();
    }
  }

  set() {
    const shifts = this.shifts ?? [];
    const last = shifts.at(-1)?.until;
    const from = last ? Date.parse(last) : now();
    const people = peopleOf(shifts);
    return this.act({
      mutation: "setShift",
      title: "Set a shift",
      intro: "Shifts do not overlap. Who is on call is asked first when a report comes in and nobody has it.",
      button: "Set the shift",
      done: "The shift is set.",
      fields: [
        { name: "person", label: "Who", type: "text", required: true, most: 63, people, choose: teamPeople, hint: "Handle of a committee member or responder." },
        { name: "from", label: "From", type: "instant", required: true, value: wallTime(new Date(from).toISOString(), shownZone()) },
        { name: "until", label: "Until", type: "instant", required: true, value: wallTime(new Date(from + 7 * DAY).toISOString(), shownZone()), hint: "Within 31 days." },
        { name: "backup", label: "Backup", type: "text", most: 63, people, choose: teamPeople, hint: "Handle of who is asked if they do not answer." },
      ],
    });
  }

  /** @param {import("../shifts.js").Shift} shift */
  cancel(shift) {
    return this.act({
      mutation: "cancelShift",
      title: `Cancel the shift of ${shift.person.name}`,
      intro: html`From ${absTime(shift.from)} until ${absTime(shift.until)}. Nobody is on call then until somebody else is set.`,
      button: "Cancel the shift",
      done: "Cancelled.",
      dangerous: true,
      fixed: { id: shift.id },
    });
  }

  render() {
    return html`<div class="lede">
        <div><h1>${this.headline()}</h1><p>${this.below()}</p></div>
        ${this.mayChange() ? html`<button class="btn pri" @click=${() => this.set()}>${icon("plus")}Set a shift</button>` : nothing}
      </div>
      ${this.shifts === null ? (this.failure ? errorBox(this.failure, "The shifts could not be read.") : skeleton()) : this.list(this.shifts)}`;
  }

  mayChange() {
    return whoIsHere()?.role === "COMMITTEE";
  }

  headline() {
    if (this.shifts === null) {
      return "On call";
    }
    return this.onCall ? `${this.onCall.person.name} is on call.` : "Nobody is on call now.";
  }

  below() {
    const shift = this.onCall;
    if (!shift) {
      return "The shifts of the next three months.";
    }
    return html`Until ${absTime(shift.until)}. ${shift.backup ? `${shift.backup.name} is the backup.` : "There is no backup."}`;
  }

  /** @param {import("../shifts.js").Shift[]} shifts */
  list(shifts) {
    if (shifts.length === 0) {
      return emptyState("No shift is set for the next three months.");
    }
    const zone = shownZone();
    return byDay(shifts, zone).map(
      ([day, ofDay]) => html`<section class="day" aria-label=${day}>
        ${ofDay.map((each) => this.gap(gapBefore(shifts, each, now())))}
        <h2>${day}</h2>
        <ul class="card padded list-lines">${ofDay.map((each) => this.shift(each, zone))}</ul>
      </section>`,
    );
  }

  /** @param {{from: string, until: string} | null} gap */
  gap(gap) {
    return gap ? html`<p class="gap">Nobody from ${absTime(gap.from)} until ${absTime(gap.until)}.</p>` : nothing;
  }

  /** @param {import("../shifts.js").Shift} shift @param {string} zone */
  shift(shift, zone) {
    const isNow = shift.id === this.onCall?.id;
    return html`<li>
      <span class="grow"><b>${shift.person.name}</b> <span class="mono">${shift.person.handle}</span>
        <span class="quiet">${shift.backup ? `backup ${shift.backup.name}` : "no backup"}</span></span>
      ${isNow ? html`<span class="pill">now</span>` : nothing}
      <span>${hourWithZone(shift.from, zone)} until ${shortMoment(shift.until, zone)} ${zoneName(shift.until, zone)}</span>
      ${this.mayChange() ? html`<button class="btn quiet" @click=${() => this.cancel(shift)}>Cancel…<span class="sr"> the shift of ${shift.person.name}</span></button>` : nothing}
    </li>`;
  }
}

customElements.define("on-call-page", OnCallPage);
