import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { inRoot, root } from './paths.mjs';
import { watchNpm } from './npm-parent.mjs';
import { node24, toolEnvironment } from './runtime.mjs';

const SAME_KEYPRESS_MS = 1000;
/** As in Dockerfile. Left alone, the young generation grows to 64 MiB a half; docs/performance.md says what 16 costs and saves. */
const NODE_FLAGS = ['--enable-source-maps', '--max-semi-space-size=16'];
const TRACING = 'dist/libs/platform/src/tracing/start-tracing.js';

/** Waits for the child and gives its exit code, or 128 + signal as a shell does. */
function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/**
 * A server-like child: a session of its own, so that a Ctrl-C, which reaches this process from the terminal and again from
 * npm, arrives there as exactly one signal. It ends when this process or its npm is killed hard.
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
 * A child in the foreground: shares the terminal, stdin included. Ctrl-C reaches it from the terminal by itself;
 * what only this process receives is passed on.
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
 * @param {string} script path inside the checkout, run by Node 24
 * @param {string[]} args
 */
export const runCommand = (script, args) => runForeground(node24(), ['--enable-source-maps', inRoot(script), ...args]);

/** @param {string} commandLine as in a script of package.json */
export const runTool = (commandLine) => runForeground('sh', ['-c', commandLine]);
