// @ts-check
/** Times in words. Nothing here knows what time it is: whoever asks says so. All of it can be tried on its own. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Below this, seconds are shown. */
export const URGENT = 5 * MINUTE;

/** Below this, minutes are shown. */
const MINUTES_MATTER = 48 * HOUR;

/** Below this, hours are shown. */
const HOURS_MATTER = 30 * DAY;

/**
 * How long something lasts: "12 h 15 min".
 *
 * @param {number} milliseconds its sign does not matter; what is left over of the smallest unit is cut off
 */
export function span(milliseconds) {
  const length = Math.abs(milliseconds);
  if (length < MINUTE) {
    return `${Math.floor(length / SECOND)} s`;
  }
  if (length < URGENT) {
    return two(length, MINUTE, "min", SECOND, "s");
  }
  if (length < HOUR) {
    return `${Math.floor(length / MINUTE)} min`;
  }
  if (length < MINUTES_MATTER) {
    return two(length, HOUR, "h", MINUTE, "min");
  }
  return length < HOURS_MATTER ? two(length, DAY, "d", HOUR, "h") : `${Math.floor(length / DAY)} d`;
}

/**
 * @param {number} length @param {number} big @param {string} bigName @param {number} small @param {string} smallName
 */
function two(length, big, bigName, small, smallName) {
  const rest = Math.floor((length % big) / small);
  const first = `${Math.floor(length / big)} ${bigName}`;
  return rest === 0 ? first : `${first} ${rest} ${smallName}`;
}

/** How long an ISO 8601 duration of hours, minutes and seconds lasts, in milliseconds; negative if its parts are. @param {string} text */
export function lengthOf(text) {
  const parts = /^PT(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?\d+(?:\.\d+)?)S)?$/.exec(text);
  if (!parts) {
    return 0;
  }
  return Number(parts[1] ?? 0) * HOUR + Number(parts[2] ?? 0) * MINUTE + Number(parts[3] ?? 0) * SECOND;
}

/**
 * An instant with everything it takes not to be misread: "Sun 22 Nov, 22:05 CET · 21:05 UTC".
 *
 * @param {string} instant ISO 8601
 * @param {string} zone IANA name
 * @param {number} now decides whether the year is said
 */
export function moment(instant, zone, now) {
  const there = partsIn(instant, zone);
  const sameYear = there.year === partsIn(new Date(now).toISOString(), zone).year;
  const text = `${dayOf(there, !sameYear)}, ${there.hour}:${there.minute} ${there.timeZoneName}`;
  if (there.timeZoneName === "UTC") {
    return text;
  }
  const utc = partsIn(instant, "UTC");
  const otherDay = utc.day === there.day ? "" : `${dayOf(utc, false)}, `;
  return `${text} · ${otherDay}${utc.hour}:${utc.minute} UTC`;
}

/** @param {string} instant @param {string} zone "Sun 22 Nov 2026" */
export function day(instant, zone) {
  return dayOf(partsIn(instant, zone), true);
}

/** @param {string} instant @param {string} zone "22 Nov", where the hour does not matter */
export function dayAndMonth(instant, zone) {
  const parts = partsIn(instant, zone);
  return `${parts.day} ${parts.month}`;
}

/** @param {string} instant @param {string} zone "Sun 22 Nov, 22:05", where the zone is said beside it */
export function shortMoment(instant, zone) {
  const parts = partsIn(instant, zone);
  return `${dayOf(parts, false)}, ${parts.hour}:${parts.minute}`;
}

/** @param {string} instant @param {string} zone "22:05" */
export function hour(instant, zone) {
  const parts = partsIn(instant, zone);
  return `${parts.hour}:${parts.minute}`;
}

/** @param {string} instant @param {string} zone "22:05 CET" */
export function hourWithZone(instant, zone) {
  const parts = partsIn(instant, zone);
  return `${parts.hour}:${parts.minute} ${parts.timeZoneName}`;
}

/** What a zone is called at an instant: "CET". @param {string} instant @param {string} zone */
export function zoneName(instant, zone) {
  return partsIn(instant, zone).timeZoneName;
}

/** As an input of type datetime-local wants it. @param {string} instant @param {string} zone */
export function wallTime(instant, zone) {
  const parts = partsIn(instant, zone);
  return `${parts.year}-${parts.monthNumber}-${parts.day.padStart(2, "0")}T${parts.hour}:${parts.minute}`;
}

/**
 * The instant at which clocks of a zone show this. Of two, the earlier; in a gap, as if the clocks had not gone forward yet.
 *
 * @param {string} wall "2026-11-22T22:05"
 * @param {string} zone
 * @returns {string} ISO 8601, or "" for no time
 */
export function instantOf(wall, zone) {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) {
    return "";
  }
  const offsets = [asUtc - DAY, asUtc + DAY].map((near) => offsetAt(near, zone));
  const fitting = offsets.map((offset) => asUtc - offset).filter((at) => offsetAt(at, zone) === asUtc - at);
  const at = fitting.length > 0 ? Math.min(...fitting) : asUtc - offsets[0];
  return new Date(at).toISOString();
}

/** @param {number} at @param {string} zone */
function offsetAt(at, zone) {
  const wall = wallTime(new Date(at).toISOString(), zone);
  return Date.parse(`${wall}Z`) - Math.floor(at / MINUTE) * MINUTE;
}

/** @param {Record<string, string>} parts @param {boolean} withYear */
function dayOf(parts, withYear) {
  return `${parts.weekday} ${parts.day} ${parts.month}${withYear ? ` ${parts.year}` : ""}`;
}

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {string} instant @param {string} zone @returns {Record<string, string>} */
function partsIn(instant, zone) {
  const format = formats.get(zone) ?? formatOf(zone);
  /** @type {Record<string, string>} */
  const parts = {};
  for (const part of format.formatToParts(new Date(instant))) {
    parts[part.type] = part.value;
  }
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  parts.monthNumber = parts.month;
  parts.month = months[Number(parts.month) - 1];
  parts.day = String(Number(parts.day));
  return parts;
}

/** @param {string} zone */
function formatOf(zone) {
  const format = new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
    timeZoneName: "short",
  });
  formats.set(zone, format);
  return format;
}
