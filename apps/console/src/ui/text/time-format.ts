const EXACT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'long' });
const CLOCK = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const IN_TEXT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const RELATIVE = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

const SECOND = 1_000;
const STEPS = [
  ['day', 86_400 * SECOND],
  ['hour', 3_600 * SECOND],
  ['minute', 60 * SECOND],
] as const;
const MONTH_MS = 30 * 86_400 * SECOND;

export function exactTime(date: Date): string {
  return EXACT.format(date);
}

/** A server message in which each ISO 8601 time is shown in the reader's time zone. */
export function inReadersTime(text: string): string {
  return text.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, (instant) => IN_TEXT.format(new Date(instant)));
}

/** Hours, minutes and seconds, for events while the page is open. */
export function clockTime(date: Date): string {
  return CLOCK.format(date);
}

export function relativeTime(date: Date, now: number): string {
  const distance = date.getTime() - now;
  const size = Math.abs(distance);
  if (size > MONTH_MS) return date.toLocaleDateString(undefined, { dateStyle: 'medium' });
  for (const [unit, length] of STEPS) {
    if (size >= length) return RELATIVE.format(Math.trunc(distance / length), unit);
  }
  return distance > 5 * SECOND ? `in ${Math.trunc(size / SECOND)} s` : 'just now';
}

/** Seconds in short form: "0.4 s", "1.5 min", "3 h". */
export function shortSeconds(seconds: number): string {
  if (seconds < 60) return `${rounded(seconds)} s`;
  return seconds < 3_600 ? `${rounded(seconds / 60)} min` : `${rounded(seconds / 3_600)} h`;
}

function rounded(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}

/** A duration in words: `86400` seconds are "1 day". */
export function duration(seconds: number): string {
  const [count, unit] =
    seconds % 86_400 === 0
      ? [seconds / 86_400, 'day']
      : seconds % 3_600 === 0
        ? [seconds / 3_600, 'hour']
        : seconds % 60 === 0
          ? [seconds / 60, 'minute']
          : [seconds, 'second'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
