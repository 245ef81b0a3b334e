import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the checkout that contains this file. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {...string} parts path inside the checkout */
export const inRoot = (...parts) => join(root, ...parts);

export const sha256 = (...chunks) =>
  chunks.reduce((hash, chunk) => hash.update(chunk), createHash('sha256')).digest('hex');
