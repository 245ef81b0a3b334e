// All progress goes to stderr, because stdout must contain only the output of the command, as in `npm run ctl -- …
// --json`.
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`;

/**
 * Runs `work` and shows its progress in one line. A terminal shows the seconds; other outputs get one line at the start
 * and one at the end.
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
