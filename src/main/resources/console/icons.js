// @ts-check
import { svg, html } from "./element.js";

/** The shapes behind the words: a state is never told by colour alone. */
const SHAPES = {
  late: svg`<path d="M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4z"/><path d="M8 4.9v3.6M8 11v.1"/>`,
  soon: svg`<circle cx="8" cy="8" r="6.2"/><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor"/>`,
  running: svg`<circle cx="8" cy="8" r="6.2"/><path d="M8 4.6V8l2.3 1.6"/>`,
  paused: svg`<circle cx="8" cy="8" r="6.2"/><path d="M6.4 5.8v4.4M9.6 5.8v4.4"/>`,
  met: svg`<circle cx="8" cy="8" r="6.2"/><path d="m5.3 8.2 1.9 1.9 3.6-4"/>`,
  "met-late": svg`<circle cx="8" cy="8" r="6.2"/><path d="m5.3 8.2 1.9 1.9 3.6-4"/>`,
  upcoming: svg`<circle cx="8" cy="8" r="6.2" stroke-dasharray="2.4 2.4"/>`,
  "not-needed": svg`<path d="M3.5 8h9"/>`,
  queue: svg`<path d="M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1"/>`,
  policy: svg`<path d="M3 2.5h7.5A2.5 2.5 0 0 1 13 5v8.5H5.5A2.5 2.5 0 0 1 3 11z"/><path d="M6 5.5h4M6 8h4"/>`,
  gauge: svg`<path d="M2.5 11.5a5.5 5.5 0 1 1 11 0M8 11.5l2.6-3.4"/>`,
  person: svg`<circle cx="8" cy="5.2" r="2.7"/><path d="M2.8 14c.5-3 2.5-4.4 5.2-4.4s4.7 1.4 5.2 4.4"/>`,
  people: svg`<circle cx="6" cy="5.4" r="2.4"/><path d="M1.6 13.4c.4-2.8 2.1-4 4.4-4s4 1.2 4.4 4M10.4 3.4a2.3 2.3 0 0 1 0 4.3M12 9.8c1.4.5 2.2 1.7 2.4 3.6"/>`,
  message: svg`<path d="M2.5 3h11v8H7l-3 2.5V11H2.5z"/>`,
  inbox: svg`<path d="M2 9.5 4 3h8l2 6.5v3.5H2z"/><path d="M2 9.5h3.5l1 1.8h3l1-1.8H14"/>`,
  plus: svg`<path d="M8 3v10M3 8h10"/>`,
  back: svg`<path d="M9.5 3.5 5 8l4.5 4.5"/>`,
  lock: svg`<rect x="3" y="7" width="10" height="7" rx="1.5"/><path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2"/>`,
  link: svg`<path d="M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.3 6.7a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.7l.8-.8"/>`,
  print: svg`<path d="M4.5 6V2h7v4M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7V14h-7z"/>`,
  moon: svg`<path d="M13 9.7A5.6 5.6 0 0 1 6.3 3 5.6 5.6 0 1 0 13 9.7z"/>`,
  sun: svg`<circle cx="8" cy="8" r="3"/><path d="M8 1.5v1.6M8 12.900v1.600M1.500 8h1.600M12.900 8h1.600M3.400 3.400l1.100 1.100M11.500 11.500l1.100 1.100M12.600 3.400l-1.100 1.100M4.500 11.500l-1.100 1.100"/>`,
  screen: svg`<rect x="2" y="3" width="12" height="8" rx="1"/><path d="M6 13.500h4"/>`,
  settings: svg`<path d="M3 4.500h5M11.500 4.500H13M3 11.500h1.500M8 11.500h5"/><circle cx="9.700" cy="4.500" r="1.700"/><circle cx="6.200" cy="11.500" r="1.700"/>`,
  help: svg`<circle cx="8" cy="8" r="6.200"/><path d="M6.200 6.200a1.900 1.900 0 1 1 2.700 1.800c-.6.300-.9.700-.9 1.300M8 11.500v.1"/>`,
  note: svg`<path d="M3 2.500h10v8l-3 3H3z"/><path d="M5.500 6h5M5.500 8.500h3"/>`,
  calendar: svg`<rect x="2.200" y="3.200" width="11.600" height="10.600" rx="1.500"/><path d="M2.200 6.600h11.600M5.200 1.700v3M10.800 1.700v3"/>`,
  chart: svg`<path d="M2.500 13.500h11M4.500 11V7.500M8 11V3M11.500 11V5.500"/>`,
  house: svg`<path d="M2.500 13.500V4.500L8 2l5.500 2.500v9zM6 13.500V9h4v4.500M5.500 6h.1M10.500 6h.1"/>`,
  send: svg`<path d="M2 8 14 2.500 10.500 13.500 7.500 9z"/><path d="M7.500 9 14 2.500"/>`,
  log: svg`<path d="M3.500 2h9v12h-9zM6 5.500h4M6 8h4M6 10.500h2.500"/>`,
  find: svg`<circle cx="7" cy="7" r="4.6"/><path d="m10.400 10.400 3.400 3.400"/>`,
  next: svg`<path d="M6 3.500 10.500 8 6 12.500"/>`,
  key: svg`<circle cx="5.400" cy="10.600" r="3"/><path d="m7.600 8.400 6-6M11 5l2 2"/>`,
  flag: svg`<path d="M4 14V2.500h8l-2 3 2 3H4"/>`,
};

/** @param {keyof typeof SHAPES | string} name */
export function icon(name) {
  const shape = SHAPES[/** @type {keyof typeof SHAPES} */ (name)];
  return html`<svg class="i" viewBox="0 0 16 16" aria-hidden="true">${shape}</svg>`;
}

export function brandMark() {
  return html`<svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
    <rect width="28" height="28" rx="7" fill="#24394a" />
    <rect x="5" y="12" width="3" height="4" rx="1" fill="#84d9a8" />
    <rect x="9.5" y="12" width="5.5" height="4" rx="1" fill="#ffc568" />
    <rect x="16.5" y="12" width="6.5" height="4" rx="1" fill="none" stroke="#a3b4c0" />
    <rect x="12.5" y="7" width="2" height="14" rx="1" fill="#fff" />
  </svg>`;
}
