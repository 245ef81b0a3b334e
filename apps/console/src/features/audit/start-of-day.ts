const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Start of a day such as 2026-03-12 in the browser's time zone, moved by `days`; undefined if `text` is not a date. */
export function startOfDay(text: string | undefined, days = 0): string | undefined {
  const [, year, month, day] = DAY.exec(text ?? '') ?? [];
  if (year === undefined) return undefined;
  const start = new Date(Number(year), Number(month) - 1, Number(day) + days);
  return Number.isNaN(start.getTime()) ? undefined : start.toISOString();
}
