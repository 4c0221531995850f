// @ts-check
/** What is said when something did not work, or there is nothing. */
import { Refused } from "../graphql.js";
import { html, nothing } from "../element.js";
import { sentenceInWords } from "../event-words.js";

/**
 * What failed, what is safe, and what to do.
 *
 * @param {unknown} failure @param {string} [what] "The note was not saved. Your text is still here."
 */
export function errorBox(failure, what = "") {
  if (!failure) {
    return nothing;
  }
  const message = failure instanceof Error ? failure.message : String(failure);
  const refused = failure instanceof Refused ? failure : null;
  return html`<div class="box error" role="alert">
    ${what ? html`<p><b>${what}</b></p>` : nothing}
    <p>${sentenceInWords(message)}</p>
    ${refused && refused.seconds > 0 ? html`<p>Try again in ${refused.seconds} s.</p>` : nothing}
    ${refused?.correlationId
      ? html`<p>If it goes on, report this id: <code>${refused.correlationId}</code></p>`
      : nothing}
  </div>`;
}

/** Beside a button that cannot send now. @param {boolean} isOff */
export function offlineNote(isOff) {
  return isOff ? html`<p class="box wait" role="status">You are offline. What you wrote stays here until you are back.</p>` : nothing;
}

/** @param {string} heading @param {unknown} [more] */
export function emptyState(heading, more = nothing) {
  return html`<div class="card empty">
    <p>${heading}</p>
    ${more}
  </div>`;
}

/** The place of a list that is still on its way; seen only if it takes a while. @param {string} [what] */
export function skeleton(what = "Loading") {
  return html`<div class="skeleton" role="status"><span class="sr">${what}…</span><i></i><i></i><i></i></div>`;
}

/** The one page for what is not there and what may not be seen. */
export function noIncident() {
  return html`<section class="page-narrow">
    <h1>No incident here, or it is not shared with you.</h1>
    <p class="lead-in">
      Check the reference. If somebody sent you this link, ask them to add you to the incident.
    </p>
    <p><a href="/console">Back to where you work</a></p>
  </section>`;
}
