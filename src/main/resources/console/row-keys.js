// @ts-check
/** What single keys do to the incident a list is at. None of them changes anything without a form. */
import { since } from "./event-words.js";
import { ask } from "./graphql.js";
import { INCIDENT } from "./incident-fields.js";
import { say } from "./parts/toast.js";
import { doing } from "./parts/verb-dialog.js";
import { go } from "./router.js";
import { offerLead, recordFact } from "./verbs.js";

const READ = `query($reference: String!) { incident(reference: $reference) { ${INCIDENT} } serverTime }`;

/** @type {Record<string, (incident: any) => import("./parts/verb-dialog.js").Verb>} */
const FORMS = { a: offerLead, m: recordFact };

/** @type {Record<string, string>} */
const TABS = { s: "assessment", n: "messages" };

/** @param {string} key @param {string} reference @param {() => void} done called after something was changed */
export async function rowKey(key, reference, done) {
  if (key in TABS) {
    go(`/console/incidents/${reference}/${TABS[key]}`);
    return;
  }
  try {
    let incident = await read(reference);
    const news = async () => {
      const { sequence } = incident.timeline.nodes.at(-1);
      incident = await read(reference);
      return since(incident, sequence);
    };
    if (await doing(FORMS[key](incident), { version: () => incident.version, news, subject: () => incident })) {
      done();
    }
  } catch (failure) {
    // The form did not come to open: nothing was written that could be lost.
    say(failure instanceof Error ? failure.message : String(failure));
  }
}

/** @param {string} reference */
async function read(reference) {
  return (await ask(READ, { reference })).incident;
}
