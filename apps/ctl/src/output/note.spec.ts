import type { WriteStream } from 'node:tty';
import { notesTo } from './note.js';

function fakeStream(isTTY: boolean): { stream: WriteStream; written: string[] } {
  const written: string[] = [];
  const write = (text: string) => written.push(text) > 0;
  return { written, stream: { isTTY, columns: 80, write } as unknown as WriteStream };
}

test('on a terminal each message overwrites the last one, and the line is empty at the end', () => {
  const { stream, written } = fakeStream(true);
  const notes = notesTo(stream, () => 0);
  notes.say('1 examined');
  notes.say('2 examined');
  notes.say('2 examined');
  notes.end();
  expect(written).toEqual(['\r\u001b[K1 examined', '\r\u001b[K2 examined', '\r\u001b[K']);
});

test('in a pipe plain lines are written, at most one in five seconds', () => {
  const { stream, written } = fakeStream(false);
  let now = 0;
  const notes = notesTo(stream, () => now);
  notes.say('1 examined');
  notes.say('2 examined');
  now = 5_000;
  notes.say('3 examined');
  notes.aside('only for people');
  notes.end();
  expect(written).toEqual(['1 examined\n', '3 examined\n']);
});
