const NUMBER = new Intl.NumberFormat();

export function count(value: number): string {
  return NUMBER.format(value);
}

/** "1 person", "1,204 people". */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}
