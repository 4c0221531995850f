// @ts-check
/** How an incident comes to follow another policy, with what that would change. */
import { ask } from "./graphql.js";
import { html, nothing } from "./element.js";
import { sentenceInWords } from "./event-words.js";
import { absTime } from "./parts/times.js";
import { on } from "./verbs.js";
import { CHANGES, MILESTONE_STATES, counted, plural } from "./words.js";

/** @typedef {{id: string, title: string, version: string}} Policy */

const READING = "{ state dueAt }";

const PREVIEW = `query($reference: String!, $policy: String!, $replaces: String) {
  previewPolicy(reference: $reference, policy: $policy, replaces: $replaces) {
    from { id title version } to { id title version } nextDueBefore nextDueAfter
    conflicts { message }
    changes { key name kind before ${READING} after ${READING} breachesAtOnce { dueAt } breachesThatStand { dueAt } } } serverTime }`;

/** All policies as they are now. @returns {Promise<Policy[]>} */
export async function policiesNow() {
  return (await ask("{ policies { id title version } }")).policies;
}

/** @param {any} incident @param {Policy[]} policies @returns {import("./parts/verb-dialog.js").Verb} */
export function rebasePolicy(incident, policies) {
  const followed = incident.policies.map((/** @type {any} */ each) => each.policy);
  const base = incident.policies.find((/** @type {any} */ each) => each.base)?.policy.id ?? followed[0]?.id ?? "";
  return on(incident, {
    mutation: "rebasePolicy",
    title: "Follow another policy in place of one",
    intro: "What is due is read anew from the facts. Breaches stand, and what it followed until now stays readable.",
    button: "Rebase it",
    done: "Rebased.",
    wide: true,
    fields: [
      { name: "replaces", label: "In place of", type: "choice", required: true, value: base, options: titles(followed) },
      { name: "policy", label: "The policy to follow, as it is now", type: "choice", required: true, options: choices(policies, followed) },
      { name: "reason", label: "Why", type: "text", required: true, most: 300, hint: "It stands on the timeline." },
    ],
    check: (input) => preview(incident.reference, input),
  });
}

/** @param {Policy[]} policies */
function titles(policies) {
  return Object.fromEntries(policies.map((each) => [each.id, each.title]));
}

/** One that is followed already is of use where it has changed since. @param {Policy[]} policies @param {Policy[]} followed */
function choices(policies, followed) {
  const versions = new Map(followed.map((each) => [each.id, each.version]));
  const others = policies.filter((each) => versions.get(each.id) !== each.version);
  return Object.fromEntries(others.map((each) => [each.id, versions.has(each.id) ? `${each.title}, as it is now` : each.title]));
}

/** @param {string} reference @param {Record<string, unknown>} input */
async function preview(reference, { policy, replaces }) {
  if (!policy) {
    return nothing;
  }
  const { previewPolicy } = await ask(PREVIEW, { reference, policy, replaces });
  return html`<section class="preview" aria-label="What would change">
    ${atOnce(previewPolicy.changes)} ${conflicts(previewPolicy.conflicts)}
    <p>${nextDue(previewPolicy)}</p>
    <div class="table-wrap" role="region" aria-label="Deadlines before and after" tabindex="0">
      <table>
        <thead><tr><th scope="col">Deadline</th><th scope="col">Now</th><th scope="col">Then</th></tr></thead>
        <tbody>${previewPolicy.changes.map(changed)}</tbody>
      </table>
    </div>
  </section>`;
}

/** What would be missed the moment it is rebased. @param {any[]} changes */
function atOnce(changes) {
  const missed = changes.flatMap((change) => change.breachesAtOnce.map((/** @type {any} */ each) => ({ name: change.name, dueAt: each.dueAt })));
  return missed.length === 0
    ? html`<p class="box met">No deadline would be missed at once.</p>`
    : html`<div class="box soon">
        <p><b>${counted(missed.length)} ${plural(missed.length, "deadline")} would be missed at once.</b></p>
        <ul>${missed.map((each) => html`<li>${each.name}, due ${absTime(each.dueAt)}</li>`)}</ul>
      </div>`;
}

/** @param {any[]} conflicts */
function conflicts(conflicts) {
  return conflicts.length === 0
    ? nothing
    : html`<div class="box soon">
        <p><b>Planned dates would break:</b></p>
        <ul>${conflicts.map((each) => html`<li>${sentenceInWords(each.message)}</li>`)}</ul>
      </div>`;
}

/** @param {any} preview */
function nextDue({ nextDueBefore, nextDueAfter }) {
  if (nextDueBefore === nextDueAfter) {
    return nextDueAfter ? html`The next due time stays: ${absTime(nextDueAfter)}.` : "Nothing is due, before or after.";
  }
  const time = (/** @type {string | null} */ at) => (at ? absTime(at) : "nothing");
  return html`Next due now: ${time(nextDueBefore)}. Then: ${time(nextDueAfter)}.`;
}

/** @param {any} change */
function changed(change) {
  const stands = change.breachesThatStand.length;
  return html`<tr>
    <th scope="row">${change.name} <span class="pill">${CHANGES[change.kind]}</span>${stands > 0 ? html` <span class="quiet">${counted(stands)} ${plural(stands, "breach", "breaches")} ${plural(stands, "stands", "stand")}.</span>` : nothing}</th>
    <td>${reading(change.before)}</td>
    <td>${reading(change.after)}</td>
  </tr>`;
}

/** @param {any} reading */
function reading(reading) {
  return reading ? html`${MILESTONE_STATES[reading.state]}${reading.dueAt ? html`, due ${absTime(reading.dueAt)}` : nothing}` : html`<span class="quiet">Not there</span>`;
}
