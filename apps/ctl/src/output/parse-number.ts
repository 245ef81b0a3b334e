import { InvalidArgumentError } from 'commander';

/** Returns a parser for an option that must be a number from `least` to `most`. */
export function numberBetween(least: number, most: number, whole = true): (text: string) => number {
  return (text) => {
    const number = text.trim() === '' ? Number.NaN : Number(text);
    if (number >= least && number <= most && (!whole || Number.isInteger(number))) return number;
    throw new InvalidArgumentError(`It is a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`);
  };
}
