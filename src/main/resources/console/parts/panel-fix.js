// @ts-check
import { html, nothing } from "../element.js";
import { explainBreach, planDisclosure, planRelease, recordFact, retractFact, supersedeFact, withdrawDate } from "../verbs.js";
import { ALL_FACTS, FACTS } from "../words.js";
import { escalationsSection, waiversSection } from "./panel-waivers.js";
import { absTime } from "./times.js";

/** What happened, what is planned, and what was missed. @param {any} incident @param {(verb: any) => void} act */
export function fixPanel(incident, act) {
  return html`<div class="panel">
    <section>
      <h3>Planned dates</h3>
      <ul class="list-lines">
        ${date("Becomes public", incident.plannedDisclosureAt, () => act(planDisclosure(incident)), () => act(withdrawDate(incident, "planDisclosure")))}
        ${date("The fix comes out", incident.plannedReleaseAt, () => act(planRelease(incident)), () => act(withdrawDate(incident, "planRelease")))}
      </ul>
    </section>
    <section>
      <h3>What happened</h3>
      <ul class="list-lines">${[...incident.facts].reverse().map((each) => fact(incident, each, act))}</ul>
      <div class="acts"><button class="btn" @click=${() => act(recordFact(incident))}>Record what happened…</button></div>
    </section>
    ${incident.breaches.length > 0
      ? html`<section>
          <h3>Missed deadlines</h3>
          <ul class="list-lines">${incident.breaches.map((/** @type {any} */ each) => breach(incident, each, act))}</ul>
        </section>`
      : nothing}
    ${waiversSection(incident, act)} ${escalationsSection(incident)}
    <section>
      <h3>Versions</h3>
      <dl class="kv">
        <dt>Components</dt><dd>${incident.components.join(", ") || "Not said"}</dd>
        <dt>Affected</dt><dd>${incident.affected.length === 0 ? "Not said" : incident.affected.map(range)}</dd>
        <dt>Fixed in</dt><dd>${incident.fixedVersions.join(", ") || "Not said"}</dd>
      </dl>
    </section>
  </div>`;
}

/** @param {string} name @param {string | null} at @param {() => void} plan @param {() => void} withdraw */
function date(name, at, plan, withdraw) {
  return html`<li>
    <span class="grow"><b>${name}</b> ${at ? absTime(at) : html`<span class="quiet">Not planned</span>`}</span>
    <button class="btn" @click=${plan}>${at ? "Move…" : "Plan…"}<span class="sr"> ${name}</span></button>
    ${at ? html`<button class="btn quiet" @click=${withdraw}>Withdraw…<span class="sr"> ${name}</span></button>` : nothing}
  </li>`;
}

/** @param {any} incident @param {any} fact @param {(verb: any) => void} act */
function fact(incident, fact, act) {
  const late = Math.abs(Date.parse(fact.recordedAt) - Date.parse(fact.occurredAt)) > 60_000;
  const mayCorrect = fact.inForce && fact.kind in FACTS;
  return html`<li>
    <span class="grow">
      <b>${fact.retracts ? "Taken back: " : ""}${ALL_FACTS[fact.kind]}</b>${fact.inForce ? "" : html` <span class="pill">no longer counts</span>`}
      <span class="quiet">${absTime(fact.occurredAt)}${late ? html`, recorded ${absTime(fact.recordedAt)}` : ""}${fact.recordedBy ? `, by ${fact.recordedBy.name}` : ""}${fact.byMachine ? ", a machine: stops no clock" : ""}</span>
      ${fact.note ? html`<span class="q">${fact.note}</span>` : nothing}
      ${fact.evidenceUrl ? html`<a href=${safe(fact.evidenceUrl)} rel="noreferrer noopener" target="_blank">Evidence</a>` : nothing}
    </span>
    ${mayCorrect
      ? html`<button class="btn quiet" @click=${() => act(supersedeFact(incident, fact))}>Correct…</button>
          <button class="btn quiet" @click=${() => act(retractFact(incident, fact))}>Take back…</button>`
      : nothing}
  </li>`;
}

/** A web address and nothing else, whatever somebody wrote. @param {string} address */
function safe(address) {
  return /^https?:\/\//i.test(address) ? address : "about:blank";
}

/** @param {any} incident @param {any} breach @param {(verb: any) => void} act */
function breach(incident, breach, act) {
  const how = breach.withdrawn ? "Withdrawn by a correction" : breach.metLateAt ? html`Met late, ${absTime(breach.metLateAt)}` : "Not met yet";
  return html`<li>
    <span class="grow">
      <b>${breach.name}</b> <span class="quiet">due ${absTime(breach.breachedAt)}. ${how}.${breach.cause === "BORN_LATE" ? " It applied only after its due time." : ""}${breach.waived ? " A waiver held." : ""}</span>
      ${breach.explanation ? html`<span class="q">${breach.explanation}</span><span class="quiet">${breach.explainedBy?.name}, ${absTime(breach.explainedAt)}</span>` : nothing}
    </span>
    ${breach.withdrawn ? nothing : html`<button class="btn" @click=${() => act(explainBreach(incident, breach))}>${breach.explanation ? "Explain anew…" : "Explain…"}<span class="sr"> ${breach.name}</span></button>`}
  </li>`;
}

/** @param {any} range */
function range(range) {
  const parts = [range.introduced ? `from ${range.introduced}` : "", range.lastAffected ? `up to ${range.lastAffected}` : "", range.fixed ? `before ${range.fixed}` : ""];
  return html`<span>${range.component} ${parts.filter((each) => each).join(", ")}</span><br />`;
}
