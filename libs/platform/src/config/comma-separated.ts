/** The entries of a variable that lists several, without the blanks around them. */
export function commaSeparated(list: string): string[] {
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
}
