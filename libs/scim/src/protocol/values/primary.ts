import { isJsonObject, type Json } from '../json.js';

/**
 * RFC 7643 §2.4: at most one value is primary. If several are, the first one that was not primary at the same index of `before` wins,
 * otherwise the first of all. The others become false.
 */
export function keepOnePrimary(values: Json[], before: readonly Json[] = []): Json[] {
  const primaries = values.filter(isPrimary);
  if (primaries.length < 2) return values;
  const winner = values.find((value, place) => isPrimary(value) && !isPrimary(before[place])) ?? primaries[0];
  return values.map((value) => (isPrimary(value) && value !== winner ? { ...value, primary: false } : value));
}

function isPrimary(value: Json | undefined): value is { primary: true } {
  return isJsonObject(value) && value.primary === true;
}
