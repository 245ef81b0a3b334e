import { styleText } from 'node:util';

export type Paint = 'red' | 'yellow' | 'green' | 'bold' | 'dim';

/** Colors on a terminal that wants them (respects NO_COLOR); plain text elsewhere. */
export function paint(style: Paint, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}
