import { currentRuntime, fillRandom, systemNow } from '../runtime/runtime.js';

/** Random bytes for many ids, fetched at once. Fetching them for each id would cost more than the rest of newId. */
const random = Buffer.alloc(4096);
let used = random.length;
const bytes = Buffer.alloc(16);
let lastMs = 0;
let counter = 0;
let runtime = currentRuntime();

/** A UUID v7 (RFC 9562 §5.7). Ids sort by creation time. Within one process each id is greater than the previous one. */
export function newId(): string {
  if (runtime !== currentRuntime()) startAgain();
  let ms = systemNow();
  if (ms > lastMs) {
    lastMs = ms;
    counter = 0;
  } else {
    counter += 1;
    if (counter > 0xfff) {
      lastMs += 1;
      counter = 0;
    }
    ms = lastMs;
  }
  if (used === random.length) {
    fillRandom(random);
    used = 0;
  }
  random.copy(bytes, 8, used, (used += 8));
  bytes.writeUIntBE(ms, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Resets the state when a simulation starts or ends, because a simulation must give the same ids in each run. */
function startAgain(): void {
  runtime = currentRuntime();
  used = random.length;
  lastMs = 0;
  counter = 0;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text can be compared with a uuid column. PostgreSQL raises an error on any other text, instead of returning no rows. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
