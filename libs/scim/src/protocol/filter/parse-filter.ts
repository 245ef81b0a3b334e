import type { Filter, PatchPath } from './filter.js';

/** @throws ScimError 400 invalidFilter, with the position */
export function parseFilter(_text: string): Filter {
  throw new Error('not written yet');
}

/** @throws ScimError 400 invalidPath, with the position */
export function parsePatchPath(_text: string): PatchPath {
  throw new Error('not written yet');
}
