import { mkdirSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { inRoot, root, sha256 } from './paths.mjs';

// The lock is a listening socket, because the kernel closes it even if the process that holds the lock is killed. On
// Linux the socket needs no file.
const name = `rollcall-bootstrap-${process.getuid?.() ?? 'user'}-${sha256(root).slice(0, 16)}`;
const address = process.platform === 'linux' ? `\0${name}` : inRoot('.cache', 'bootstrap.sock');

function tryHold() {
  return new Promise((resolve, reject) => {
    const server = createServer((waiting) => waiting.on('error', () => {}));
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(address, () => resolve(server));
  });
}

/** Waits until the process that holds the lock releases it. Resolves to false if no process held the lock. */
function holderGone() {
  return new Promise((resolve) => {
    const socket = connect(address);
    let met = false;
    socket.once('connect', () => (met = true));
    socket.once('error', () => {});
    socket.once('close', () => resolve(met));
    socket.resume();
  });
}

/**
 * Runs `work` while it holds the lock of this checkout, so that only one install or build runs at a time.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(work) {
  if (!address.startsWith('\0')) mkdirSync(inRoot('.cache'), { recursive: true });
  let server = await tryHold();
  if (!server) process.stderr.write('Another Rollcall command is installing or building here; waiting for it.\n');
  while (!server) {
    const met = await holderGone();
    if (!met && !address.startsWith('\0')) rmSync(address, { force: true });
    server = await tryHold();
  }
  const connections = new Set();
  server.on('connection', (socket) => connections.add(socket));
  try {
    return await work();
  } finally {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of connections) socket.destroy();
    await closed;
  }
}
