// @ts-check
import { Part, html } from "../element.js";
import { rename } from "../router.js";
import { assessmentPanel } from "./panel-assessment.js";
import { fixPanel } from "./panel-fix.js";
import "./panel-messages.js";
import { noticesPanel } from "./panel-notices.js";
import { peoplePanel } from "./panel-people.js";
import { reportPanel } from "./panel-report.js";
import "./panel-retrospective.js";
import "./panel-timeline.js";

/** @type {Record<string, string>} */
const TABS = {
  timeline: "Timeline",
  report: "Report",
  assessment: "Assessment",
  fix: "Fix and dates",
  messages: "Messages",
  notices: "Notices",
  people: "People",
  retrospective: "Retrospective",
};

/** The record of an incident, in tabs whose names stand in the address. */
class IncidentTabs extends Part {
  static properties = {
    incident: { attribute: false },
    tab: {},
    act: { attribute: false },
    took: { attribute: false },
  };

  constructor() {
    super();
    /** @type {any} */
    this.incident = null;
    this.tab = "timeline";
    /** @type {(verb: any) => void} */
    this.act = () => {};
    /** @type {(incident: any) => void} */
    this.took = () => {};
  }

  willUpdate() {
    if (!(this.tab in TABS)) {
      this.tab = "timeline";
    }
  }

  /** @param {string} tab @param {boolean} [focus] */
  choose(tab, focus = false) {
    this.tab = tab;
    rename(`/console/incidents/${this.incident.reference}/${tab}`);
    this.dispatchEvent(new CustomEvent("tab", { detail: tab }));
    if (focus) {
      this.updateComplete.then(() => /** @type {HTMLElement | null} */ (this.querySelector(`#tab-${tab}`))?.focus());
    }
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const keys = Object.keys(TABS);
    const at = keys.indexOf(this.tab);
    /** @type {Record<string, number>} */
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: keys.length - 1 };
    if (event.key in to) {
      event.preventDefault();
      this.choose(keys[(to[event.key] + keys.length) % keys.length], true);
    }
  }

  count(/** @type {string} */ tab) {
    /** @type {Record<string, number>} */
    const counts = {
      messages: this.incident.notes.length,
      notices: this.incident.noticeDrafts.length,
      people: this.incident.access.length,
    };
    return counts[tab] ? html` <span class="n">${counts[tab]}</span>` : "";
  }

  render() {
    return html`<section class="card" aria-label="Record of the incident">
      <div class="tabs" role="tablist" aria-label="Record" @keydown=${this.onKey}>
        ${Object.entries(TABS).map(
          ([key, name]) =>
            html`<button role="tab" id="tab-${key}" aria-controls="tab-panel" aria-selected=${this.tab === key}
              tabindex=${this.tab === key ? 0 : -1} @click=${() => this.choose(key)}>${name}${this.count(key)}</button>`,
        )}
      </div>
      <div role="tabpanel" id="tab-panel" aria-labelledby="tab-${this.tab}" tabindex="-1">${this.panel()}</div>
    </section>`;
  }

  panel() {
    const { incident, act } = this;
    switch (this.tab) {
      case "report":
        return reportPanel(incident, act);
      case "assessment":
        return assessmentPanel(incident, this.took);
      case "fix":
        return fixPanel(incident, act);
      case "messages":
        return html`<messages-panel .incident=${incident} .took=${this.took} .act=${act}></messages-panel>`;
      case "notices":
        return noticesPanel(incident, act);
      case "retrospective":
        return html`<retrospective-panel .incident=${incident}></retrospective-panel>`;
      case "people":
        return peoplePanel(incident, act);
      default:
        return html`<timeline-panel .incident=${incident} .act=${act}></timeline-panel>`;
    }
  }
}

customElements.define("incident-tabs", IncidentTabs);
