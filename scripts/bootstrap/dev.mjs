import { spawn } from 'node:child_process';
import { inRoot, root } from './paths.mjs';
import { node24, toolEnvironment } from './runtime.mjs';

const CONSOLE_PORT = 5173;

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // Gone already.
  }
}

const tool = (path, ...args) => [inRoot('node_modules', path), ...args];

/**
 * Server and console that follow the sources: each saved file is compiled, the server starts again, the console's pages change in
 * place. The console's address is the public one, so that sign-in links and passkeys belong to it.
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
  // A group each: the watchers fork compilers and servers, which must end with them.
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
