import type { WriteStream } from 'node:tty';
import { printableText } from './printable.js';

/** Interval in a pipe or log, so that progress is visible. */
const PIPE_MS = 5_000;

export interface Notes {
  /** Progress, outdated by the next. */
  say(text: string): void;
  /** Something that should stay in view; on a terminal only. */
  aside(text: string): void;
  end(): void;
}

/** Progress: one line that is written over on a terminal, a plain line now and then in a pipe. */
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
