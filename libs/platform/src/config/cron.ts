import { ValidateBy } from 'class-validator';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAYS = 'sun mon tue wed thu fri sat'.split(' ');

/** The six fields. An expression with five fields has no seconds. */
const FIELDS = [
  { name: 'second', least: 0, most: 59, names: [] },
  { name: 'minute', least: 0, most: 59, names: [] },
  { name: 'hour', least: 0, most: 23, names: [] },
  { name: 'day of the month', least: 1, most: 31, names: [] },
  { name: 'month', least: 1, most: 12, names: MONTHS },
  { name: 'day of the week', least: 0, most: 7, names: DAYS },
];

/**
 * What is wrong with a cron expression of five or six fields; undefined if it is valid. Checked here, because the scheduler would report it
 * only after the start.
 */
export function cronFault(expression: string): string | undefined {
  const parts = expression.trim().split(/\s+/);
  if (parts.length !== 5 && parts.length !== 6)
    return 'must be a cron expression of five or six fields, such as 0 3 * * *';
  const fields = FIELDS.slice(FIELDS.length - parts.length);
  const wrong = fields.find((field, index) => !(parts[index] ?? '').split(',').every((item) => isItem(item, field)));
  return (
    wrong &&
    `has a wrong ${wrong.name} (${parts[fields.indexOf(wrong)]}): ${wrong.least} to ${wrong.most}, such as 0 3 * * *`
  );
}

/** `*`, `5` or `1-5`, with an optional step: `*\/15`. */
function isItem(item: string, { least, most, names }: (typeof FIELDS)[number]): boolean {
  const [range = '', step, ...more] = item.split('/');
  if (more.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return false;
  if (range === '*' || range === '?') return true;
  const ends = range.split('-').map((end) => valueOf(end, names, least));
  return ends.length <= 2 && ends.every((end) => end >= least && end <= most) && (ends[0] ?? 0) <= (ends[1] ?? most);
}

function valueOf(text: string, names: readonly string[], least: number): number {
  const named = names.indexOf(text.toLowerCase());
  if (named >= 0) return named + least;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

export const IsCron = () =>
  ValidateBy({
    name: 'isCron',
    validator: {
      validate: (value) => typeof value === 'string' && cronFault(value) === undefined,
      defaultMessage: (args) => cronFault(String(args?.value)) ?? '',
    },
  });
