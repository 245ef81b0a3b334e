import { InvalidArgumentError } from 'commander';

/** A point of the audit chain, as `audit verify` prints it. */
export interface ChainHead {
  sequence: number;
  hash: string;
}

/** @throws InvalidArgumentError */
export function chainHead(text: string): ChainHead {
  const [, sequence, hash] = /^(\d{1,9}):([0-9a-f]{64})$/i.exec(text) ?? [];
  if (sequence === undefined || hash === undefined) {
    throw new InvalidArgumentError('It is <sequence>:<64 hexadecimal digits>, as audit verify prints it.');
  }
  return { sequence: Number(sequence), hash: hash.toLowerCase() };
}
