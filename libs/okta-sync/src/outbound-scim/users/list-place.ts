import { FIRST_INDEX, type PagePosition } from './page-position.js';

/** A position in the list of users whose attribute is true, or in the list of all users where the server can't filter by the attribute. */
export interface ListPlace {
  position: PagePosition;
  everybody: boolean;
}

const CURSOR = 'cursor:';

/** The text in which a run stores the place. */
export function writePlace({ position, everybody }: ListPlace): string {
  if ('cursor' in position && !everybody) return CURSOR + position.cursor;
  return JSON.stringify({ position, everybody });
}

/** Reads the text of `writePlace`, and the bare index that older releases wrote, whose pages did not overlap. */
export function readPlace(text: string): ListPlace {
  if (text.startsWith('{')) return JSON.parse(text) as ListPlace;
  if (text.startsWith(CURSOR)) return { position: { cursor: text.slice(CURSOR.length) }, everybody: false };
  return { position: { ...FIRST_INDEX, startIndex: Number(text) }, everybody: false };
}
