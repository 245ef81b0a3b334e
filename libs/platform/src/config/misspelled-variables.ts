/** Variables of other programs whose names differ by one letter from one of our settings. */
const OTHERS = new Set(['HOME', 'POST', 'HOSTS', 'PORTS']);

/** No setting has this prefix, so it is a mistake. An exception is ROLLCALL_PORT: Kubernetes sets it for a service named rollcall. */
const PREFIX = 'ROLLCALL_';

/**
 * Variables whose names are probably a misspelled setting, such as `PROT` for `PORT`: one letter is added, missing, changed or swapped, or
 * the name has the prefix `ROLLCALL_`.
 * @param settings names of the settings that exist
 * @returns one warning line for each
 */
export function misspelledVariables(env: NodeJS.ProcessEnv, settings: readonly string[]): string[] {
  const known = new Set(settings);
  return Object.keys(env).flatMap((name) => {
    if (known.has(name) || OTHERS.has(name) || name.length < 4) return [];
    const meant = settings.find((setting) => isOneEditAway(name, setting) || isPrefixed(name, setting));
    return meant === undefined ? [] : [`${name} is not a setting and has no effect. Did you mean ${meant}?`];
  });
}

function isPrefixed(name: string, setting: string): boolean {
  return setting !== 'PORT' && name === PREFIX + setting;
}

function isOneEditAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  if (left.length <= 1 && right.length <= 1) return left !== right;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
