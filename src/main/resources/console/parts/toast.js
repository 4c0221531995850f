// @ts-check
/** Says in a corner, and to screen readers, that something was done. */

const SECONDS = 6;

/** @param {string} text */
export function say(text) {
  const place = document.querySelector("#toast");
  if (!place) {
    return;
  }
  place.textContent = text;
  place.classList.add("on");
  clearTimeout(timer);
  timer = setTimeout(() => place.classList.remove("on"), SECONDS * 1000);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
