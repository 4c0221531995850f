// @ts-check
import { Part, html, nothing } from "../element.js";
import { ask } from "../graphql.js";
import { whoIsHere } from "../session.js";
import { plural } from "../words.js";
import { errorBox } from "./messages.js";
import { absTime } from "./times.js";
import { doing } from "./verb-dialog.js";

const CALENDAR = "id version zone days holidays lastChange { changedBy { name } changedAt reason }";
const PREVIEW = `query($calendar: String!, $holidays: [Date!]!) { previewHolidays(calendar: $calendar, holidays: $holidays) {
  incidents examined moved { reference policy milestone name before after } } }`;

/** More than this of what would move is not listed. */
const MOST = 10;

/** The calendars that business days are counted in. Anybody reads them; the committee changes their holidays. */
class CalendarsList extends Part {
  static properties = { calendars: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {any[]} */
    this.calendars = [];
    /** @type {unknown} */
    this.failure = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    try {
      this.calendars = (await ask(`{ calendars { ${CALENDAR} } }`)).calendars;
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
  }

  /** @param {any} calendar */
  async change(calendar) {
    const verb = {
      mutation: "changeHolidays",
      title: `Holidays of ${calendar.id}`,
      intro: "New incidents count by them. Those there are keep the due times they have until they are rebased.",
      button: "Change the holidays",
      done: "Changed.",
      once: true,
      answer: CALENDAR,
      fixed: { calendar: calendar.id, expectedVersion: calendar.version },
      check: preview,
      fields: /** @type {import("./field.js").Field[]} */ ([
        { name: "holidays", label: "All its holidays", type: "lines", value: calendar.holidays.join("\n"), always: true, hint: "One a line, such as 2026-12-25." },
        { name: "reason", label: "Why", type: "text", required: true },
      ]),
    };
    if (await doing(verb)) {
      await this.load();
    }
  }

  render() {
    if (this.failure) {
      return errorBox(this.failure, "The calendars could not be read.");
    }
    return this.calendars.map(
      (each) => html`<section class="card policy" aria-labelledby=${`calendar-${each.id}`}>
        <h2 id=${`calendar-${each.id}`}>Calendar ${each.id}</h2>
        <p class="quiet">Business days are ${each.days.map(weekday).join(", ")} in ${each.zone}, but for ${each.holidays.length === 0 ? "no holidays" : `${each.holidays.length} ${plural(each.holidays.length, "holiday")}`}.</p>
        ${each.lastChange ? html`<p class="quiet">Changed ${absTime(each.lastChange.changedAt)} by ${each.lastChange.changedBy.name}: ${each.lastChange.reason}</p>` : nothing}
        ${this.holidays(each.holidays)}
        ${whoIsHere()?.role === "COMMITTEE" ? html`<div class="acts"><button class="btn" @click=${() => this.change(each)}>Change the holidays…<span class="sr"> of ${each.id}</span></button></div>` : nothing}
      </section>`,
    );
  }

  /** @param {string[]} dates */
  holidays(dates) {
    const years = [...new Set(dates.map((each) => each.slice(0, 4)))];
    return years.map(
      (year) => html`<details class="explain"><summary>Holidays of ${year}</summary>
        <ul class="dates">${dates.filter((each) => each.startsWith(year)).map((each) => html`<li>${dateInWords(each)}</li>`)}</ul></details>`,
    );
  }
}

/** What the holidays would move if every incident were rebased. @param {Record<string, unknown>} input */
async function preview(input) {
  const { previewHolidays: seen } = await ask(PREVIEW, { calendar: input.calendar, holidays: input.holidays });
  if (seen.moved.length === 0) {
    if (seen.incidents === 0) {
      return html`<p class="box">No open incident counts in it, so no due time would move.</p>`;
    }
    return html`<p class="box">No due time would move in the ${seen.incidents} open ${plural(seen.incidents, "incident")} that ${plural(seen.incidents, "counts", "count")} in it.</p>`;
  }
  return html`<div class="box soon"><p><b>${seen.moved.length} due ${plural(seen.moved.length, "time")} would move if rebased${seen.examined < seen.incidents ? `, of the ${seen.examined} incidents that are due next` : ""}:</b></p>
    <ul>${seen.moved.slice(0, MOST).map((/** @type {any} */ each) => html`<li><span class="mono">${each.reference}</span> ${each.name}: ${absTime(each.before)} → ${absTime(each.after)}</li>`)}</ul>
    ${seen.moved.length > MOST ? html`<p>and ${seen.moved.length - MOST} more.</p>` : nothing}</div>`;
}

/** @param {string} name such as MONDAY */
function weekday(name) {
  return name[0] + name.slice(1).toLowerCase();
}

/** A date has no zone. @param {string} date "Fri 25 Dec" */
function dateInWords(date) {
  return new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
}

customElements.define("calendars-list", CalendarsList);
