// @ts-check
import { html, nothing } from "../element.js";
import { icon } from "../icons.js";
import { ListPage } from "../parts/list-page.js";
import { absTime } from "../parts/times.js";
import { doing } from "../parts/verb-dialog.js";
import { whoIsHere } from "../session.js";
import { ROLES, ROLE_MEANINGS } from "../words.js";

const ACCOUNT = "handle name role machine disabledAt hasPassword hasProvider invitedUntil";

/** @type {Record<string, string>} */
const ROLE_CHOICES = Object.fromEntries(Object.keys(ROLES).map((role) => [role, `${ROLES[role]}: ${ROLE_MEANINGS[role]}`]));

/** Everybody who has an account, for administrators. */
class PeoplePage extends ListPage {
  /** @returns {[string, string]} */
  list() {
    return ["people", ACCOUNT];
  }

  /** @param {any} verb */
  async act(verb) {
    if (await doing({ once: true, answer: ACCOUNT, ...verb })) {
      this.following?.again();
    }
  }

  add() {
    return this.act({
      mutation: "addPerson",
      title: "Add somebody",
      button: "Add them",
      done: "Added.",
      answer: `link account { ${ACCOUNT} }`,
      show: invitation,
      fields: [
        { name: "handle", label: "Handle", type: "text", required: true, most: 63, hint: "For good: small letters, digits and hyphens." },
        { name: "name", label: "Name", type: "text", required: true },
        { name: "role", label: "Role", type: "choice", required: true, options: ROLE_CHOICES },
        { name: "machine", label: "It is a script or bot", type: "check", hint: "It comes by token only, and what it records never stops a clock." },
      ],
    });
  }

  /** @param {any} person */
  invite(person) {
    return this.act({
      mutation: "invitePerson",
      title: `A new link for ${person.name}`,
      intro: "They choose a password by it. Earlier links end.",
      button: "Make the link",
      done: "Made.",
      answer: `link account { ${ACCOUNT} }`,
      fixed: { handle: person.handle },
      show: invitation,
    });
  }

  /** @param {any} person */
  changeRole(person) {
    return this.act({
      mutation: "changeRole",
      title: `What ${person.name} is`,
      intro: "Their sessions end.",
      button: "Change it",
      done: "Changed.",
      fixed: { handle: person.handle },
      fields: [{ name: "role", label: "Role", type: "choice", required: true, options: ROLE_CHOICES, value: person.role }],
    });
  }

  /** @param {any} person */
  rename(person) {
    return this.act({
      mutation: "renamePerson",
      title: `Write the name of ${person.name} otherwise`,
      button: "Rename",
      done: "Renamed.",
      fixed: { handle: person.handle },
      fields: [{ name: "name", label: "Name", type: "text", required: true, value: person.name }],
    });
  }

  /** @param {any} person */
  disable(person) {
    const out = person.disabledAt === null;
    return this.act({
      mutation: out ? "disablePerson" : "enablePerson",
      title: out ? `Keep ${person.name} out` : `Let ${person.name} in again`,
      intro: out ? "Sessions, tokens and links end at once." : "What ended stays ended.",
      button: out ? "Keep them out" : "Let them in",
      done: out ? "They are out." : "They may come in.",
      dangerous: out,
      fixed: { handle: person.handle },
    });
  }

  render() {
    return html`<div class="lede">
        <div><h1>People</h1><p>Everybody who has an account, the enabled ones first.</p></div>
        <button class="btn pri" @click=${() => this.add()}>${icon("plus")}Add somebody</button>
      </div>
      ${this.listed((nodes) => html`<ul class="card padded list-lines">${nodes.map((each) => this.person(each))}</ul>`)}`;
  }

  /** @param {any} person */
  person(person) {
    const me = person.handle === whoIsHere()?.handle;
    const name = html`<span class="sr"> ${person.name}</span>`;
    return html`<li>
      <span class="grow"><b>${person.name}</b> <span class="mono">${person.handle}</span>
        <span class="quiet">${ROLES[person.role]}${person.machine ? ", a machine" : ""}${how(person)}</span></span>
      ${person.disabledAt ? html`<span class="pill">kept out since ${absTime(person.disabledAt)}</span>` : nothing}
      <button class="btn quiet" @click=${() => this.rename(person)}>Rename…${name}</button>
      ${me
        ? html`<span class="quiet">That is you</span>`
        : html`<button class="btn quiet" @click=${() => this.changeRole(person)}>Role…${name}</button>
            ${person.machine || person.disabledAt ? nothing : html`<button class="btn quiet" @click=${() => this.invite(person)}>Link…${name}</button>`}
            <button class="btn quiet" @click=${() => this.disable(person)}>${person.disabledAt ? "Let in…" : "Keep out…"}${name}</button>`}
    </li>`;
  }
}

/** @param {any} person */
function how(person) {
  if (person.machine) {
    return "";
  }
  const ways = [person.hasPassword ? "by password" : "", person.hasProvider ? "by the identity provider" : ""].filter((each) => each);
  if (ways.length > 0) {
    return `, comes in ${ways.join(" or ")}`;
  }
  return person.invitedUntil ? html`, invited until ${absTime(person.invitedUntil)}` : ", cannot come in yet";
}

/** @param {any} answer */
function invitation(answer) {
  return answer.link
    ? html`<p>Give this to ${answer.account.name}, and to nobody else. It is shown this once and works once, within 7 days:</p><code class="once">${answer.link}</code>`
    : html`<p>It has an account. Make it a token in your settings, under its handle.</p>`;
}

customElements.define("people-page", PeoplePage);
