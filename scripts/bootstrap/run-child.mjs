import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { inRoot, root } from './paths.mjs';
import { watchNpm } from './npm-parent.mjs';
import { node24, toolEnvironment } from './runtime.mjs';

const SAME_KEYPRESS_MS = 1000;
/**
 * The same flags as in the Dockerfile. By default, each half of the young generation grows to 64 MiB.
 * docs/performance.md has the figures for 16 MiB.
 */
const NODE_FLAGS = ['--enable-source-maps', '--max-semi-space-size=16'];
const TRACING = 'dist/libs/platform/src/tracing/start-tracing.js';

/** Waits until the child ends. @returns its exit code, or 128 + the signal's number, as shells do */
function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/**
 * Runs a server as a child in its own session. On Ctrl-C this process gets the signal twice, from the terminal and from
 * npm; the child gets it only once. The child ends even if this process or its npm is killed with SIGKILL.
 * @param {string} script path inside the checkout
 * @param {string[]} args
 */
export function runService(script, args) {
  const preload = new URL('./end-with-parent.mjs', import.meta.url).href;
  const traced = process.env.OTEL_EXPORTER_OTLP_ENDPOINT ? ['--import', inRoot(TRACING)] : [];
  const child = spawn(node24(), [...NODE_FLAGS, '--import', preload, ...traced, inRoot(script), ...args], {
    cwd: root,
    env: { OTEL_SERVICE_NAME: 'rollcall', ...toolEnvironment() },
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  });
  child.stdio[3].on('error', () => {});
  const forwarded = new Map();
  const forward = (signal) => {
    const last = forwarded.get(signal) ?? 0;
    if (Date.now() - last < SAME_KEYPRESS_MS) return;
    forwarded.set(signal, Date.now());
    child.kill(signal);
  };
  process.on('SIGINT', () => forward('SIGINT'));
  process.on('SIGTERM', () => forward('SIGTERM'));
  process.on('SIGHUP', () => forward('SIGTERM'));
  watchNpm(() => forward('SIGTERM'));
  return exitOf(child);
}

/**
 * Runs a child in the foreground: it shares the terminal and stdin. The terminal itself sends Ctrl-C to the child.
 * Signals that only this process gets are forwarded.
 */
function runForeground(command, args) {
  const child = spawn(command, args, { cwd: root, env: toolEnvironment(), stdio: 'inherit' });
  const onTerminal = Boolean(process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY);
  const interrupted = () => onTerminal || child.kill('SIGINT');
  const ended = () => child.kill('SIGTERM');
  process.on('SIGINT', interrupted).on('SIGTERM', ended).on('SIGHUP', ended);
  watchNpm(ended);
  return exitOf(child).finally(() => process.off('SIGINT', interrupted).off('SIGTERM', ended).off('SIGHUP', ended));
}

/**
 * Runs a script with Node 24.
 * @param {string} script path inside the checkout
 * @param {string[]} args
 */
export const runCommand = (script, args) => runForeground(node24(), ['--enable-source-maps', inRoot(script), ...args]);

/** Runs a command line in a shell. @param {string} commandLine as in a script of package.json */
export const runTool = (commandLine) => runForeground('sh', ['-c', commandLine]);
