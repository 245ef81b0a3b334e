import type { WriteStream } from 'node:tty';
import { printableText } from './printable.js';

/** Interval of progress lines in a pipe or log. */
const PIPE_MS = 5_000;

export interface Notes {
  /** Shows a progress message. The next message replaces it. */
  say(text: string): void;
  /** Shows a message that stays visible. Written on a terminal only. */
  aside(text: string): void;
  end(): void;
}

/**
 * Writes progress messages. On a terminal each message overwrites the last one; in a pipe, lines are written at
 * intervals.
 */
export function notesTo(stream: WriteStream, now: () => number = Date.now): Notes {
  let last = '';
  let saidAt = Number.NEGATIVE_INFINITY;
  return {
    say(data) {
      const text = printableText(data);
      if (text === last || (!stream.isTTY && now() - saidAt < PIPE_MS)) return;
      last = text;
      saidAt = now();
      stream.write(stream.isTTY ? `\r\u001b[K${text.slice(0, Math.max(20, stream.columns - 1))}` : `${text}\n`);
    },
    aside(text) {
      if (stream.isTTY) stream.write(`\r\u001b[K${printableText(text)}\n`);
    },
    end() {
      if (stream.isTTY && last) stream.write('\r\u001b[K');
      last = '';
    },
  };
}
