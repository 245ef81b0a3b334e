import type { AdminApi } from '../api/admin-api.js';

/**
 * C0, DEL, C1, line and paragraph separators, and bidirectional controls (Unicode Bidi_Control). Not imported from the platform library:
 * loading it takes longer than a command against a server.
 */
// oxlint-disable-next-line no-control-regex -- the pattern is for control characters
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
/** Control characters except line feed, which the layout needs. */
// oxlint-disable-next-line no-control-regex -- the pattern is for control characters
const CONTROLS_BUT_LINE_FEED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A color sequence as styleText writes it (ECMA-48 SGR). */
// oxlint-disable-next-line no-control-regex -- the pattern is for control characters
const COLOR = /(\u001b\[\d{1,3}m)/;

const visible = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * Makes data safe to print on a terminal. ESC becomes `\u001b`. Line feeds are escaped too, so that data cannot forge a
 * table row.
 */
export function printableText(text: string): string {
  return text.replace(CONTROLS, visible);
}

/**
 * Makes a formatted text safe to print, but keeps colors and line feeds. For data that did not pass through {@link
 * printableApi}.
 */
export function printableScreen(text: string): string {
  return text
    .split(COLOR)
    .map((part, index) => (index % 2 === 0 ? part.replace(CONTROLS_BUT_LINE_FEED, visible) : part))
    .join('');
}

/** Returns the same JSON value without characters that control a terminal. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(CONTROLS_BUT_LINE_FEED, visible);
}

/**
 * Wraps an API so that its answers contain printable text only. Every command prints names and paths that an attacker
 * may have chosen.
 */
export function printableApi(api: AdminApi): AdminApi {
  return {
    ...api,
    request: async (document, variables) => printable(await api.request(document, variables)),
  };
}

function printable<T>(value: T): T {
  return printableValue(value) as T;
}

function printableValue(value: unknown): unknown {
  if (typeof value === 'string') return printableText(value);
  if (Array.isArray(value)) return value.map(printableValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, printableValue(member)]));
}
