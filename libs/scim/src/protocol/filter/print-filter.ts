import type { Filter, PatchPath } from './filter.js';

/** The text of a filter, such that parseFilter gives the same tree. */
export function printFilter(_filter: Filter): string {
  throw new Error('not written yet');
}

export function printPatchPath(_path: PatchPath): string {
  throw new Error('not written yet');
}
