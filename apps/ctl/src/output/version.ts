import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The version in package.json. The folders above this file are searched, because the depth of this file depends on the
 * build.
 */
export function productVersion(from: string = import.meta.dirname): string {
  try {
    const { name, version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as Record<string, string>;
    if (name === 'rollcall' && version !== undefined) return version;
  } catch {
    // This folder has no package.json. The search continues in the parent folder.
  }
  const above = dirname(from);
  return above === from ? 'unknown' : productVersion(above);
}
