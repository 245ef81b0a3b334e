import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

const HEAD_LINES = 15;
const TAIL_LINES = 25;
// Lines to leave out. npm prints hundreds of warnings about engines, and they would hide the reason of a failure.
const NOISE = /^npm warn /;

/**
 * The first and the last lines of an output. npm prints the reason of a failure first; a compiler prints its errors
 * last.
 */
function essence(output) {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !NOISE.test(line));
  if (lines.length <= HEAD_LINES + TAIL_LINES) return lines.join('\n');
  return [...lines.slice(0, HEAD_LINES), '…', ...lines.slice(-TAIL_LINES)].join('\n');
}

/**
 * Runs a command without showing its output, and returns the important lines of the output.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ code: number, said: string }>} code 127 if the command cannot be started
 */
export function captured(command, args, env) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (chunk) => (output = (output + chunk).slice(-256_000));
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.once('error', (error) => resolve({ code: 127, said: error.message }));
    child.once('close', (code, signal) =>
      resolve({ code: code ?? 1, said: essence(output) + (signal ? `\n(${signal})` : '') }),
    );
  });
}
