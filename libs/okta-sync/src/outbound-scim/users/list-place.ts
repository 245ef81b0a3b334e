import { FIRST_INDEX, type PagePosition } from './page-position.js';

/** A position in a list. The list contains the users whose attribute is true, or all users if the server cannot filter by the attribute. */
export interface ListPlace {
  position: PagePosition;
  everybody: boolean;
}

const CURSOR = 'cursor:';

/** Converts a place to the text that a run stores. */
export function writePlace({ position, everybody }: ListPlace): string {
  if ('cursor' in position && !everybody) return CURSOR + position.cursor;
  return JSON.stringify({ position, everybody });
}

/** Converts the text back. Also reads the bare index that older releases stored; their pages did not overlap. */
export function readPlace(text: string): ListPlace {
  if (text.startsWith('{')) return JSON.parse(text) as ListPlace;
  if (text.startsWith(CURSOR)) return { position: { cursor: text.slice(CURSOR.length) }, everybody: false };
  return { position: { ...FIRST_INDEX, startIndex: Number(text) }, everybody: false };
}
