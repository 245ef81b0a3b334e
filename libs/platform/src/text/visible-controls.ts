/** C0, DEL, C1, separators of lines and paragraphs, and what changes the direction of text (Unicode Bidi_Control). */
// oxlint-disable-next-line no-control-regex -- the pattern is for control characters
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Makes characters visible that a terminal would act on: `\u001b` in the place of ESC. Within a JSON text that JSON.stringify made without
 * indentation, the result is the same JSON value.
 */
export function visibleControls(text: string): string {
  return text.replace(CONTROLS, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
