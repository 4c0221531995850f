// @ts-check
/** Which page an address has. Pages are fetched when they are first gone to. */

/**
 * @typedef {object} Route
 * @property {RegExp} path
 * @property {string} tag the component
 * @property {() => Promise<unknown>} load
 * @property {string} title of the tab: never a word of an incident
 * @property {string[]} [roles] who has it; everybody if not given
 */

const TEAM = ["COMMITTEE", "RESPONDER"];

/** @type {Route[]} */
const ROUTES = [
  { path: /^\/sign-in$/, tag: "sign-in-page", load: () => import("./pages/sign-in-page.js"), title: "Sign in" },
  { path: /^\/set-up$/, tag: "set-up-page", load: () => import("./pages/set-up-page.js"), title: "Set up" },
  {
    path: /^\/choose-password$/,
    tag: "choose-password-page",
    load: () => import("./pages/choose-password-page.js"),
    title: "Choose a password",
  },
  { path: /^\/cvss$/, tag: "cvss-page", load: () => import("./pages/cvss-page.js"), title: "CVSS calculator" },
  { path: /^\/policies$/, tag: "policies-page", load: () => import("./pages/policies-page.js"), title: "Policies" },
  { path: /^\/report$/, tag: "report-page", load: () => import("./pages/report-page.js"), title: "Report a vulnerability" },
  { path: /^\/report\/status$/, tag: "status-page", load: () => import("./pages/status-page.js"), title: "Your report" },
  { path: /^\/console\/queue$/, tag: "queue-page", load: () => import("./pages/queue-page.js"), title: "Queue", roles: TEAM },
  {
    path: /^\/console\/incidents\/(?<reference>[^/]+)(\/(?<tab>[a-z]+))?$/,
    tag: "incident-page",
    load: () => import("./pages/incident-page.js"),
    title: "Incident",
    roles: TEAM,
  },
  {
    path: /^\/console\/reports(\/(?<reference>[^/]+))?$/,
    tag: "reports-page",
    load: () => import("./pages/reports-page.js"),
    title: "Your reports",
    roles: ["REPORTER"],
  },
  {
    path: /^\/console\/notices(\/(?<reference>[^/]+))?$/,
    tag: "notices-page",
    load: () => import("./pages/notices-page.js"),
    title: "Notices",
    roles: ["VENDOR"],
  },
  {
    path: /^\/console\/times$/,
    tag: "times-page",
    load: () => import("./pages/times-page.js"),
    title: "Times",
    roles: ["AUDITOR"],
  },
  { path: /^\/console\/metrics$/, tag: "metrics-page", load: () => import("./pages/metrics-page.js"), title: "Metrics", roles: [...TEAM, "AUDITOR"] },
  { path: /^\/console\/vendors$/, tag: "vendors-page", load: () => import("./pages/vendors-page.js"), title: "Vendors", roles: ["COMMITTEE"] },
  { path: /^\/console\/on-call$/, tag: "on-call-page", load: () => import("./pages/on-call-page.js"), title: "On call", roles: TEAM },
  { path: /^\/console\/breaches$/, tag: "breaches-page", load: () => import("./pages/breaches-page.js"), title: "Missed deadlines", roles: TEAM },
  { path: /^\/console\/audit$/, tag: "audit-page", load: () => import("./pages/audit-page.js"), title: "Audit log", roles: ["AUDITOR", "ADMINISTRATOR"] },
  { path: /^\/console\/delivery$/, tag: "delivery-page", load: () => import("./pages/delivery-page.js"), title: "Delivery", roles: ["ADMINISTRATOR"] },
  { path: /^\/console\/glass$/, tag: "glass-page", load: () => import("./pages/glass-page.js"), title: "Break glass", roles: ["ADMINISTRATOR"] },
  {
    path: /^\/console\/people$/,
    tag: "people-page",
    load: () => import("./pages/people-page.js"),
    title: "People",
    roles: ["ADMINISTRATOR"],
  },
  {
    path: /^\/console\/settings$/,
    tag: "settings-page",
    load: () => import("./pages/settings-page.js"),
    title: "Settings",
    roles: [...TEAM, "REPORTER", "VENDOR", "AUDITOR", "ADMINISTRATOR"],
  },
];

/** @type {Route} */
export const MISSING = {
  path: /^/,
  tag: "missing-page",
  load: () => import("./pages/missing-page.js"),
  title: "Not found",
};

const moves = new EventTarget();

/** @param {string} path @returns {{route: Route, params: Record<string, string>}} */
export function routeOf(path) {
  for (const route of ROUTES) {
    const found = route.path.exec(path);
    if (found) {
      return { route, params: { ...found.groups } };
    }
  }
  return { route: MISSING, params: {} };
}

/** Goes to an address of the console. @param {string} address */
export function go(address) {
  history.pushState(null, "", address);
  moves.dispatchEvent(new Event("move"));
  scrollTo(0, 0);
}

/** Changes the address of the page one is on, such as its filters. @param {string} address */
export function rename(address) {
  history.replaceState(null, "", address);
}

/** @param {() => void} listener called when the address changed */
export function onMove(listener) {
  moves.addEventListener("move", listener);
  addEventListener("popstate", listener);
}

/** Follows links within the console without loading the shell again. @param {MouseEvent} event */
export function followLink(event) {
  const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!(link instanceof HTMLAnchorElement) || !plain || event.defaultPrevented || link.target || !link.href) {
    return;
  }
  const to = new URL(link.href);
  const isOurs = to.origin === location.origin && !to.pathname.startsWith("/dev/") && !link.hasAttribute("download");
  const isHere = to.pathname === location.pathname && to.search === location.search && to.hash !== "";
  if (isOurs && !isHere && to.pathname !== "/sign-in/provider") {
    event.preventDefault();
    go(to.pathname + to.search + to.hash);
  }
}
