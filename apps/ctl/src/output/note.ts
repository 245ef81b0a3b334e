import type { WriteStream } from 'node:tty';

/** Progress: one line that is written over on a terminal, plain lines in a pipe. */
export function noteTo(stream: WriteStream): { say(text: string): void; end(): void } {
  let last = '';
  return {
    say(text) {
      if (text === last) return;
      last = text;
      stream.write(stream.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
    },
    end() {
      if (stream.isTTY && last) stream.write('\r\u001b[K');
      last = '';
    },
  };
}
