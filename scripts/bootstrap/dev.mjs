import { spawn } from 'node:child_process';
import { inRoot, root } from './paths.mjs';
import { node24, toolEnvironment } from './runtime.mjs';

const CONSOLE_PORT = 5173;

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // The process group has already ended.
  }
}

const tool = (path, ...args) => [inRoot('node_modules', path), ...args];

/**
 * Runs the server and the console, and updates them when a source file changes: the file is compiled, the server
 * restarts, and the pages of the console change without a reload. PUBLIC_URL is the address of the console, so that
 * sign-in links and passkeys work there.
 * @returns {Promise<number>} exit code
 */
export async function dev() {
  const port = process.env.PORT ?? '3000';
  const env = {
    ...toolEnvironment(),
    NODE_ENV: 'development',
    PORT: port,
    PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${CONSOLE_PORT}`,
    ROLLCALL_URL: `http://localhost:${port}`,
  };
  // Each watcher has its own process group, because it starts compilers and servers that must end together with it.
  const run = (...args) =>
    spawn(node24(), args, { cwd: root, env, detached: true, stdio: ['ignore', 'inherit', 'inherit'] });
  const children = [
    run(...tool('@nestjs/cli/bin/nest.js', 'build', '--watch', '--config', 'scripts/bootstrap/nest-cli.dev.json')),
    run('--enable-source-maps', '--watch', '--watch-preserve-output', inRoot('dist/apps/server/src/main.js')),
    run(
      ...tool(
        'vite/bin/vite.js',
        'apps/console',
        '--port',
        String(CONSOLE_PORT),
        '--strictPort',
        '--clearScreen',
        'false',
      ),
    ),
  ];
  const stop = () => children.forEach(({ pid }) => endGroup(pid));
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);
  const ends = children.map((child) => new Promise((ended) => child.once('exit', (code) => ended(code ?? 0))));
  const first = await Promise.race(ends);
  stop();
  await Promise.all(ends);
  return first;
}
