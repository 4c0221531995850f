// @ts-check
/** Whom a form that asks for a handle may mean, as far as the API lets one's role see. */
import { now } from "./clock.js";
import { ask } from "./graphql.js";
import { onSession } from "./session.js";

/** @typedef {{handle: string, name: string}} Person */

const PERSON = "{ handle name }";

const TEAM = `query($from: DateTime!, $until: DateTime!) {
  viewer ${PERSON} proposedLead ${PERSON}
  shifts(from: $from, until: $until) { person ${PERSON} backup ${PERSON} }
  incidents(first: 50, orderBy: UPDATED) { nodes { lead ${PERSON} leadOffer { to ${PERSON} } fixTeam ${PERSON} } } }`;

const ACCOUNTS = `query($after: String) { people(first: 100, after: $after) {
  pageInfo { endCursor hasNextPage } nodes { handle name role machine disabledAt } } }`;

const DAY = 86_400_000;

/** As far as lists of accounts are read: who is beyond it is typed. */
const MOST_PAGES = 5;

/** @type {Promise<Person[]> | null} */
let team = null;

onSession("change", () => (team = null));

/** Those who work on incidents: who is on call, who has or was offered a lead, who is on a fix team. @returns {Promise<Person[]>} */
export function teamPeople() {
  team ??= readTeam().catch((failure) => {
    team = null;
    throw failure;
  });
  return team;
}

async function readTeam() {
  const at = (/** @type {number} */ days) => new Date(now() + days * DAY).toISOString();
  const { viewer, proposedLead, shifts, incidents } = await ask(TEAM, { from: at(-31), until: at(92) });
  const onShift = shifts.flatMap((/** @type {any} */ each) => [each.person, each.backup]);
  const onIncidents = incidents.nodes.flatMap((/** @type {any} */ each) => [each.lead, each.leadOffer?.to, ...each.fixTeam]);
  return once([proposedLead, ...onShift, ...onIncidents, viewer]);
}

/** Enabled accounts, for administrators. @param {(account: any) => boolean} isMeant @returns {Promise<Person[]>} */
export async function accounts(isMeant) {
  /** @type {any[]} */
  let all = [];
  let after = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { people } = await ask(ACCOUNTS, { after });
    all = [...all, ...people.nodes];
    after = people.pageInfo.endCursor;
    if (!people.pageInfo.hasNextPage) {
      break;
    }
  }
  return all.filter((each) => !each.disabledAt && isMeant(each));
}

/** Each once, and nobody who is nobody. @param {(Person | null | undefined)[]} people @returns {Person[]} */
export function once(people) {
  const there = people.flatMap((each) => (each ? [each] : []));
  return [...new Map(there.map((each) => [each.handle, each])).values()];
}
