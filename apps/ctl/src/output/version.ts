import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version in package.json, which is searched in the folders above this file, because its depth depends on the build. */
export function productVersion(from: string = import.meta.dirname): string {
  try {
    const { name, version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as Record<string, string>;
    if (name === 'rollcall' && version !== undefined) return version;
  } catch {
    // This folder has no package.json; the parent folder may have it.
  }
  const above = dirname(from);
  return above === from ? 'unknown' : productVersion(above);
}
