const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const VALUES = new Map([...ALPHABET].map((character, value) => [character, BigInt(value)]));

/** Big-endian base 62, left-padded to `width` characters. */
export function toBase62(bytes: Buffer, width: number): string {
  let value = bytes.length === 0 ? 0n : BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  for (; value > 0n; value /= 62n) text = ALPHABET[Number(value % 62n)] + text;
  return text.padStart(width, '0');
}

/** The inverse of {@link toBase62}; undefined when a character is foreign or the value needs more than `length` bytes. */
export function fromBase62(text: string, length: number): Buffer | undefined {
  let value = 0n;
  for (const character of text) {
    const digit = VALUES.get(character);
    if (digit === undefined) return undefined;
    value = value * 62n + digit;
  }
  const hex = value.toString(16).padStart(length * 2, '0');
  return hex.length === length * 2 ? Buffer.from(hex, 'hex') : undefined;
}
