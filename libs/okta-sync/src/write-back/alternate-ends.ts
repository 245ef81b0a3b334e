/** The last, the first, the last but one, the second, and so on. */
export function alternateEnds<T>(items: readonly T[]): T[] {
  return items.map((_, index) => items.at(index % 2 === 0 ? -1 - index / 2 : (index - 1) / 2) as T);
}
