import type { Locator } from 'playwright-core';

/**
 * Numbers from ISO/IEC 18004, table 9, for level M and versions 1 to 10: error correction codewords per block, then the
 * number of blocks.
 */
const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5];

/** The masks of ISO/IEC 18004, table 10, as functions of x and y. */
const MASKS: ((x: number, y: number) => number)[] = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** Width of the light border, in modules. */
const QUIET_ZONE = 4;

type Dark = (x: number, y: number) => boolean;

/** Decodes the QR code of an element. Supports byte mode and level M, and does no error correction. */
export async function readQrCode(code: Locator): Promise<string> {
  const [, , width] = String(await code.getAttribute('viewBox'))
    .split(' ')
    .map(Number);
  const cells = Number(width);
  const rows = await darkness(code, cells);
  const size = cells - 2 * QUIET_ZONE;
  const dark: Dark = (x, y) => rows[y + QUIET_ZONE]?.[x + QUIET_ZONE] === true;
  return textOf(codewords(dark, size), (size - 17) / 4);
}

/** Reads the pixel in the middle of each cell from a screenshot of the element. True is dark. */
async function darkness(element: Locator, cells: number): Promise<boolean[][]> {
  const picture = (await element.screenshot()).toString('base64');
  const blank = await element.page().context().newPage();
  const rows = await blank.evaluate<boolean[][]>(`(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,${picture}';
    await image.decode();
    const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
    pen.drawImage(image, 0, 0);
    const at = (cell, length) => Math.floor(((cell + 0.5) * length) / ${cells});
    const cellsOf = Array.from({ length: ${cells} }, (_, cell) => cell);
    return cellsOf.map((y) => cellsOf.map((x) => pen.getImageData(at(x, image.width), at(y, image.height), 1, 1).data[0] < 128));
  })()`);
  await blank.close();
  return rows;
}

/**
 * Reads the codewords: in pairs of columns from the right, alternately upward and downward. Function patterns are
 * skipped.
 */
function codewords(dark: Dark, size: number): number[] {
  const level = (bit(dark(0, 8)) << 1) | bit(dark(1, 8));
  // The format bits are masked by XOR 10101 (§7.9.1). Two bits are the level, which is 00 for M; the other three bits
  // are the mask.
  if (level !== 0b10) throw new Error(`level ${level} is not M`);
  const mask = MASKS[((bit(dark(2, 8)) << 2) | (bit(dark(3, 8)) << 1) | bit(dark(4, 8))) ^ 0b101];
  if (!mask) throw new Error('no such mask');
  const bits: number[] = [];
  for (let pair = size - 1, up = true; pair > 0; pair -= 2, up = !up) {
    if (pair === 6) pair -= 1;
    for (let step = 0; step < size; step += 1) {
      const y = up ? size - 1 - step : step;
      for (const x of [pair, pair - 1]) if (!isPattern(x, y, size)) bits.push(bit(dark(x, y) !== (mask(x, y) === 0)));
    }
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, at) => number(bits.slice(8 * at, 8 * at + 8)));
}

/** Whether the module is part of a finder, format, timing, alignment or version pattern. */
function isPattern(x: number, y: number, size: number): boolean {
  const [low, left, top] = [size - 8, x < 9, y < 9];
  if ((left && top) || (left && y >= low) || (top && x >= low) || x === 6 || y === 6) return true;
  const version = (size - 17) / 4;
  if (version >= 7 && ((x < 6 && y >= size - 11) || (y < 6 && x >= size - 11))) return true;
  const centres = version === 1 ? [] : version < 7 ? [size - 7] : [6, (size - 1) / 2, size - 7];
  const near = (at: number) => centres.find((centre) => Math.abs(centre - at) <= 2);
  const [cx, cy] = [near(x), near(y)];
  if (cx === undefined || cy === undefined) return false;
  return !((cx === 6 && cy !== (size - 1) / 2) || (cy === 6 && cx !== (size - 1) / 2));
}

function textOf(words: number[], version: number): string {
  const [correction, blocks] = [Number(CORRECTION[version - 1]), Number(BLOCKS[version - 1])];
  const short = Math.floor(words.length / blocks) - correction;
  const shorter = blocks - (words.length % blocks);
  const data: number[][] = Array.from({ length: blocks }, () => []);
  const rest = words.values();
  for (let at = 0; at <= short; at += 1)
    for (const [block, into] of data.entries())
      if (at < short || block >= shorter) into.push(Number(rest.next().value));
  const bits = data.flat().flatMap((word) => Array.from({ length: 8 }, (_, at) => (word >> (7 - at)) & 1));
  if (number(bits.slice(0, 4)) !== 4) throw new Error('not in byte mode');
  const start = version < 10 ? 12 : 20;
  const length = number(bits.slice(4, start));
  return Buffer.from(
    Array.from({ length }, (_, at) => number(bits.slice(start + 8 * at, start + 8 * at + 8))),
  ).toString('utf8');
}

const bit = (dark: boolean): number => (dark ? 1 : 0);
const number = (bits: number[]): number => bits.reduce((sum, each) => 2 * sum + each, 0);
