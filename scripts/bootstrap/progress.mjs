// Everything goes to stderr: `npm run ctl -- … --json` owns stdout.
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`;

/**
 * Runs `work` under one line: rewritten each second on a terminal, else printed once before and once after.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(label, work) {
  const started = Date.now();
  const terminal = process.stderr.isTTY;
  const show = (text, end) => process.stderr.write(terminal ? `\r\x1b[K${text}${end}` : `${text}\n`);
  show(`${label} …`, '');
  const ticker = terminal ? setInterval(() => show(`${label} … ${seconds(started)}`, ''), 1000) : undefined;
  try {
    const result = await work();
    show(`${label}: done in ${seconds(started)}`, '\n');
    return result;
  } catch (error) {
    show(`${label}: failed after ${seconds(started)}`, '\n');
    throw error;
  } finally {
    clearInterval(ticker);
  }
}
