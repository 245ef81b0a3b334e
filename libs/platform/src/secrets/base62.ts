const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const VALUES = new Map([...ALPHABET].map((character, value) => [character, value]));
/** Number of digits whose value is a safe integer. Numbers in groups of this size are many times faster than a bigint per digit. */
const GROUP = 8;
const GROUP_BASE = 62n ** BigInt(GROUP);

/** Big-endian base 62, left-padded to `width` characters. */
export function toBase62(bytes: Buffer, width: number): string {
  let value = bytes.length === 0 ? 0n : BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  for (; value > 0n; value /= GROUP_BASE) text = digitsOf(Number(value % GROUP_BASE)) + text;
  return text.replace(/^0+/, '').padStart(width, '0');
}

/** The inverse of {@link toBase62}; undefined if the text has another character or its value needs more than `length` bytes. */
export function fromBase62(text: string, length: number): Buffer | undefined {
  let value = 0n;
  for (let start = 0, end = text.length % GROUP || GROUP; start < text.length; start = end, end += GROUP) {
    const group = valueOf(text, start, end);
    if (group === undefined) return undefined;
    value = value * GROUP_BASE + BigInt(group);
  }
  const hex = value.toString(16).padStart(length * 2, '0');
  return hex.length === length * 2 ? Buffer.from(hex, 'hex') : undefined;
}

function digitsOf(value: number): string {
  let text = '';
  for (let place = 0, rest = value; place < GROUP; place += 1, rest = Math.floor(rest / 62)) {
    text = ALPHABET.charAt(rest % 62) + text;
  }
  return text;
}

function valueOf(text: string, start: number, end: number): number | undefined {
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = VALUES.get(text.charAt(at));
    if (digit === undefined) return undefined;
    value = value * 62 + digit;
  }
  return value;
}
