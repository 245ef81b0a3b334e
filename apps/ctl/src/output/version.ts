import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version in package.json, wherever the build put this file below it. */
export function productVersion(from: string = import.meta.dirname): string {
  try {
    const { name, version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as Record<string, string>;
    if (name === 'rollcall' && version !== undefined) return version;
  } catch {
    // No package.json in this folder: the one above may have it.
  }
  const above = dirname(from);
  return above === from ? 'unknown' : productVersion(above);
}
