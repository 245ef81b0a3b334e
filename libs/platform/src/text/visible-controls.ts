/** C0, DEL, C1, line and paragraph separators, and bidirectional controls (Unicode Bidi_Control). */
// oxlint-disable-next-line no-control-regex -- the pattern is for control characters
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Escapes characters that a terminal would interpret, for example ESC as `\u001b`. It may be used on the unindented output of
 * JSON.stringify, because it does not change the JSON value.
 */
export function visibleControls(text: string): string {
  return text.replace(CONTROLS, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
