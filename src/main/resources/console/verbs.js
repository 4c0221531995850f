// @ts-check
/** What can be done to an incident, each with its form. What a role may not do is not offered: see `may`. */
import { ask } from "./graphql.js";
import { html, nothing } from "./element.js";
import { sentenceInWords } from "./event-words.js";
import { INCIDENT } from "./incident-fields.js";
import { teamPeople } from "./known-people.js";
import { shownZone } from "./preferences.js";
import { wallTime } from "./time-words.js";
import { CLOSE_REASONS, FACTS, WAITING, inSentence } from "./words.js";

/** @typedef {import("./parts/verb-dialog.js").Verb} Verb @typedef {import("./parts/field.js").Field} Field */

export const HANDLE_HINT = "Their handle: small letters, digits and hyphens.";

/** @type {Field} */
const NOTE = { name: "note", label: "Note", type: "area" };

/** @type {Field} */
const EVIDENCE = { name: "evidenceUrl", label: "Link to the evidence", type: "url" };

/** @param {string} label @returns {Field} */
const when = (label) => ({
  name: "occurredAt",
  label,
  type: "instant",
  required: true,
  orNow: true,
  hint: "Now, or when it really happened. Recording it later is fine and shows as such.",
});

/** Everybody whose name appears in the incident: whom a form may mean. @param {any} incident */
export function peopleIn(incident) {
  const people = [
    incident.lead,
    incident.leadOffer?.to,
    ...incident.fixTeam,
    ...incident.access.map((/** @type {any} */ each) => each.person),
    ...incident.facts.map((/** @type {any} */ each) => each.recordedBy),
    ...incident.timeline.nodes.map((/** @type {any} */ each) => each.actor),
  ].filter((each) => each);
  return [...new Map(people.map((each) => [each.handle, each])).values()];
}

/** @param {any} incident @param {Partial<Verb> & {mutation: string, title: string, button: string, done: string}} verb @returns {Verb} */
export function on(incident, verb) {
  return { answer: INCIDENT, ...verb, fixed: { reference: incident.reference, ...verb.fixed } };
}

/** The same verb for the same thing as it is now, if it still is. @param {any[]} things @param {any} thing @param {(thing: any) => Verb} verb */
export function ofId(things, thing, verb) {
  const there = things.find((each) => each.id === thing.id);
  return there && verb(there);
}

/** @param {any} incident @param {string} [kind] */
export function recordFact(incident, kind = "") {
  const title = kind ? FACTS[kind] : "Record what happened";
  return on(incident, {
    mutation: "recordFact",
    title,
    intro: "Clocks that wait for it stop at the time it happened.",
    button: "Record it",
    done: "Recorded.",
    fixed: kind ? { kind } : {},
    fields: [
      ...(kind ? [] : [/** @type {Field} */ ({ name: "kind", label: "What happened", type: "choice", required: true, options: FACTS })]),
      when("When it happened"),
      { ...NOTE, hint: "Needed, or a link, where it takes back a breach that was recorded." },
      EVIDENCE,
    ],
  });
}

/** @param {any} incident @param {any} fact */
export function supersedeFact(incident, fact) {
  return on(incident, {
    mutation: "supersedeFact",
    title: "Correct when it happened",
    intro: "The wrong time stays readable. Due times and breaches follow from the right one.",
    button: "Correct it",
    done: "Corrected.",
    fixed: { fact: fact.id },
    fields: [
      { name: "occurredAt", label: "When it really happened", type: "instant", required: true, value: wallTime(fact.occurredAt, shownZone()) },
      { ...NOTE, label: "Why it is corrected", required: true },
      EVIDENCE,
    ],
  });
}

/** @param {any} incident @param {any} fact */
export function retractFact(incident, fact) {
  return on(incident, {
    mutation: "supersedeFact",
    title: "Say that it did not happen",
    intro: "The fact stays readable, and clocks go on as if it had never been recorded.",
    button: "It did not happen",
    done: "Taken back.",
    dangerous: true,
    fixed: { fact: fact.id, occurredAt: null },
    fields: [{ ...NOTE, label: "Why it is corrected", required: true }, EVIDENCE],
  });
}

/** @param {any} incident */
export function offerLead(incident) {
  return on(incident, {
    mutation: "offerLead",
    title: "Offer the lead",
    intro: "Until they take it, whoever has it stays responsible. They come to see the incident.",
    button: "Offer the lead",
    done: "The lead is offered.",
    fields: [{ name: "person", label: "To whom", type: "text", required: true, people: peopleIn(incident), choose: teamPeople, hint: HANDLE_HINT }],
  });
}

/** @param {any} incident */
export function acknowledgeLead(incident) {
  return on(incident, {
    mutation: "acknowledgeLead",
    title: "Take the lead",
    intro: "You are responsible from then on, until somebody else takes it.",
    button: "Take the lead",
    done: "You have the lead.",
  });
}

/** @param {any} incident */
export function declineLead(incident) {
  return on(incident, { mutation: "declineLead", title: "Turn the lead down", button: "Turn it down", done: "Turned down.", fields: [NOTE] });
}

/** @param {any} incident */
export function validateReport(incident) {
  return on(incident, {
    mutation: "validateReport",
    title: "The report describes a vulnerability",
    button: "Find it valid",
    done: "Found valid.",
    fields: [when("When that was found"), NOTE, EVIDENCE],
  });
}

/** @param {any} incident */
export function invalidateReport(incident) {
  return on(incident, {
    mutation: "invalidateReport",
    title: "The report describes no vulnerability of ours",
    intro: "It may be found valid after all, or be closed.",
    button: "Find it not valid",
    done: "Found not valid.",
    fields: [when("When that was found"), NOTE, EVIDENCE],
  });
}

/** @param {any} incident */
export function acceptIncident(incident) {
  return on(incident, { mutation: "acceptIncident", title: "Work on a fix", intro: "Somebody must have the lead, or a clock for it be running.", button: "Accept it", done: "Accepted." });
}

/** @param {any} incident */
export function deferIncident(incident) {
  return on(incident, { mutation: "deferIncident", title: "Put it off", intro: "The team will not work on it now. No clock changes.", button: "Put it off", done: "Put off." });
}

/** @param {any} incident */
export function waitOn(incident) {
  const { NONE: _, ...others } = WAITING;
  return on(incident, {
    mutation: "waitOn",
    title: "Wait for somebody",
    intro: "Clocks whose rule says so pause meanwhile.",
    button: "Wait",
    done: "It waits.",
    fields: [
      { name: "on", label: "For whom", type: "choice", required: true, options: others },
      { name: "since", label: "Since when", type: "instant", required: true, orNow: true },
      NOTE,
    ],
  });
}

/** @param {any} incident */
export function resume(incident) {
  return on(incident, {
    mutation: "waitOn",
    title: "Go on",
    intro: `It no longer waits for ${inSentence(WAITING[incident.waitingOn])}. Paused clocks run again.`,
    button: "Go on",
    done: "It goes on.",
    fixed: { on: "NONE" },
    fields: [{ name: "since", label: "Since when", type: "instant", required: true, orNow: true }, NOTE],
  });
}

const CONFLICTS = `query($reference: String!, $at: DateTime!) {
  checkDisclosureDate(reference: $reference, at: $at) { kind message policy } serverTime }`;

/** @param {string} reference @param {unknown} at what the date would break, in words */
async function conflictsOf(reference, at) {
  if (!at) {
    return nothing;
  }
  const { checkDisclosureDate: conflicts } = await ask(CONFLICTS, { reference, at });
  return conflicts.length === 0
    ? html`<p class="box met">Nothing stands against this date.</p>`
    : html`<div class="box soon">
        <p><b>This date breaks ${conflicts.length === 1 ? "something" : `${conflicts.length} things`}. Say why it has to be.</b></p>
        <ul>
          ${conflicts.map((/** @type {any} */ each) => html`<li>${sentenceInWords(each.message)}${each.policy ? html` <span class="mono">${each.policy}</span>` : nothing}</li>`)}
        </ul>
      </div>`;
}

/** @param {string | null} at @returns {Field[]} */
const plan = (at) => [
  { name: "at", label: "When", type: "instant", required: true, value: at ? wallTime(at, shownZone()) : undefined },
  { name: "reason", label: "Why this date", type: "area", hint: "Needed for a date that breaks something; it stands on the timeline." },
];

/** @param {any} incident */
export function planDisclosure(incident) {
  return on(incident, {
    mutation: "planDisclosure",
    title: "Plan when it becomes public",
    anew: planDisclosure,
    button: "Plan this date",
    done: "Planned.",
    fields: plan(incident.plannedDisclosureAt),
    check: (input) => conflictsOf(incident.reference, input.at),
  });
}

/** @param {any} incident */
export function planRelease(incident) {
  return on(incident, {
    mutation: "planRelease",
    title: "Plan when the fix comes out",
    anew: planRelease,
    intro: "A date that breaks something is refused with what it breaks, unless you say why.",
    button: "Plan this date",
    done: "Planned.",
    fields: plan(incident.plannedReleaseAt),
  });
}

/** @param {any} incident @param {"planDisclosure" | "planRelease"} mutation */
export function withdrawDate(incident, mutation) {
  return on(incident, {
    mutation,
    title: "Withdraw the date",
    intro: "Clocks that count back from it no longer apply.",
    button: "Withdraw it",
    done: "Withdrawn.",
    dangerous: true,
    fixed: { at: null },
    fields: [{ name: "reason", label: "Why", type: "area" }],
  });
}

/** @param {any} incident @param {any} breach @returns {Verb} */
export function explainBreach(incident, breach) {
  return on(incident, {
    mutation: "explainBreach",
    title: `Why “${breach.name}” was missed`,
    anew: (now) => ofId(now.breaches, breach, (each) => explainBreach(now, each)),
    intro: "What happened, not who. The breach stays.",
    button: "Explain it",
    done: "Explained.",
    fixed: { breach: breach.id },
    fields: [{ name: "explanation", label: "What happened", type: "area", required: true, value: breach.explanation ?? "" }],
  });
}

/** @param {any} incident */
export function describeIncident(incident) {
  const lines = (/** @type {string[]} */ values) => values.join("\n");
  return on(incident, {
    mutation: "describeIncident",
    title: "Describe it",
    anew: describeIncident,
    button: "Save the description",
    done: "Saved.",
    fields: [
      { name: "title", label: "Title", type: "text", value: incident.title ?? "", most: 300 },
      { name: "cve", label: "CVE", type: "text", value: incident.cve ?? "", hint: "Such as CVE-2021-44228." },
      { name: "cwes", label: "Weakness classes", type: "lines", value: lines(incident.cwes), hint: "One a line, such as CWE-20." },
      { name: "components", label: "Components", type: "lines", value: lines(incident.components), hint: "One a line." },
      { name: "fixedVersions", label: "Versions that fix it", type: "lines", value: lines(incident.fixedVersions), hint: "One a line." },
      { name: "links", label: "Links", type: "lines", value: lines(incident.links), hint: "One a line." },
    ],
  });
}

/** @param {any} incident */
export function closeIncident(incident) {
  return on(incident, {
    mutation: "closeIncident",
    title: "Close the incident",
    intro: "Closing is final. Resolved leaves running what still runs, such as the retrospective; any other reason cancels it.",
    button: "Close it",
    done: "Closed.",
    dangerous: true,
    fields: [
      { name: "reason", label: "Why it ends", type: "choice", required: true, options: CLOSE_REASONS },
      when("When it ended"),
      NOTE,
      EVIDENCE,
    ],
  });
}

/** @param {any} incident */
export function markDuplicate(incident) {
  return on(incident, {
    mutation: "markDuplicate",
    title: "It repeats another incident",
    intro: "Name the original here; closing it as a duplicate comes after.",
    button: "Name the original",
    done: "Named.",
    fields: [{ name: "original", label: "Reference of the original", type: "text", required: true, hint: "Such as INC-7Q2M4K." }],
  });
}

/** @param {any} incident */
export function addToFixTeam(incident) {
  return on(incident, {
    mutation: "addToFixTeam",
    title: "Add somebody to the fix team",
    intro: "They come to see the incident. When the team is complete, record that it is staffed.",
    button: "Add them",
    done: "Added.",
    fields: [{ name: "person", label: "Who", type: "text", required: true, people: peopleIn(incident), choose: teamPeople, hint: HANDLE_HINT }],
  });
}

/** @param {any} incident @param {{handle: string, name: string}} person */
export function removeFromFixTeam(incident, person) {
  return on(incident, {
    mutation: "removeFromFixTeam",
    title: `Take ${person.name} off the fix team`,
    intro: "They still see the incident.",
    button: "Take them off",
    done: "Taken off.",
    dangerous: true,
    fixed: { person: person.handle },
  });
}

/** @param {any} incident */
export function grantAccess(incident) {
  return on(incident, {
    mutation: "grantAccess",
    title: "Let somebody see it",
    button: "Let them see it",
    done: "They see it now.",
    fields: [{ name: "person", label: "Who", type: "text", required: true, choose: teamPeople, hint: HANDLE_HINT }],
  });
}

/** @param {any} incident @param {{handle: string, name: string}} person */
export function revokeAccess(incident, person) {
  return on(incident, {
    mutation: "revokeAccess",
    title: `No longer show it to ${person.name}`,
    intro: "From the next statement on.",
    button: "No longer show it",
    done: "They no longer see it.",
    dangerous: true,
    fixed: { person: person.handle },
  });
}

/** @param {any} incident */
export function restrictIncident(incident) {
  const to = !incident.restricted;
  return on(incident, {
    mutation: "restrictIncident",
    title: to ? "Hide it from the committee at large" : "Open it to the committee again",
    intro: to ? "Only people who were added to it, or work on it, still see it." : "Every committee member will see it.",
    button: to ? "Hide it" : "Open it",
    done: to ? "Hidden." : "Opened.",
    fixed: { restricted: to },
    fields: [{ name: "reason", label: "Why", type: "area" }],
  });
}

/** @param {any} incident @param {{handle: string, name: string}} vendor */
export function withdrawVendorNotice(incident, vendor) {
  return on(incident, {
    mutation: "withdrawVendorNotice",
    title: `No longer show it to ${vendor.name}`,
    button: "Withdraw the notice",
    done: "Withdrawn.",
    dangerous: true,
    fixed: { person: vendor.handle },
  });
}

/** @param {any} incident @param {{id: string, title: string}[]} policies */
export function addPolicy(incident, policies) {
  const followed = new Set(incident.policies.map((/** @type {any} */ each) => each.policy.id));
  const others = policies.filter((each) => !followed.has(each.id));
  return on(incident, {
    mutation: "addPolicy",
    title: "Follow one more policy",
    intro: "Its deadlines count beside the others, from the same facts.",
    button: "Follow it",
    done: "Followed.",
    fields: [
      { name: "policy", label: "Policy", type: "choice", required: true, options: Object.fromEntries(others.map((each) => [each.id, each.title])) },
      { name: "reason", label: "Why it applies", type: "area" },
    ],
  });
}

/** @param {any} incident */
export function agreeReporterDeadline(incident) {
  return on(incident, {
    mutation: "agreeReporterDeadline",
    title: "Agree on a deadline with the reporter",
    button: "Keep this deadline",
    done: "Agreed.",
    fields: [{ name: "days", label: "Public at the latest, days after the report", type: "number", required: true, value: "90", hint: "1 to 365." }],
  });
}

/** @param {any} incident */
export function eraseReporterContact(incident) {
  return on(incident, {
    mutation: "eraseReporterContact",
    title: "Erase name and address of the reporter",
    intro: "The report stays. What is erased cannot be had back.",
    button: "Erase them",
    done: "Erased.",
    dangerous: true,
    fields: [{ name: "reason", label: "Why, without what is erased", type: "text", required: true, most: 300 }],
  });
}

/** @param {any} incident @returns {Verb} */
export function renewReporterLink(incident) {
  return {
    ...on(incident, {
      mutation: "renewReporterLink",
      title: "Make a new link for the reporter",
      intro: "Earlier ones no longer work. The new one is shown this once: give it to the reporter and to nobody else.",
      button: "Make a new link",
      done: "Made.",
    }),
    once: true,
    answer: `link incident { ${INCIDENT} }`,
    show: (answer) => html`<p>Give this to the reporter, and to nobody else:</p><code class="once">${answer.link}</code>`,
  };
}
