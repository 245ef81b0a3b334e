import { createHash } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rmSync } from 'node:fs';

// The address of a listening socket that serves as a lock. The kernel releases it when its process ends. On Linux the address is abstract,
// so there is no file to delete.
function addressOf(name: string): string {
  const key = `rollcall-postgres-${createHash('sha256').update(name).digest('hex').slice(0, 24)}`;
  return process.platform === 'linux' ? `\0${key}` : join(tmpdir(), `${key}.sock`);
}

function tryHold(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(address, () => resolve(server));
  });
}

/** Waits until the process that has the lock releases it. @returns false if no process has the lock */
function holderGone(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    let met = false;
    const socket = connect(address, () => (met = true));
    socket.once('error', () => undefined);
    socket.once('close', () => resolve(met));
    socket.resume();
  });
}

/** Runs `work` while no other process of this machine runs work with the same name. */
export async function underLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const address = addressOf(name);
  let server = await tryHold(address);
  while (!server) {
    const met = await holderGone(address);
    if (!met && !address.startsWith('\0')) rmSync(address, { force: true });
    server = await tryHold(address);
  }
  const held = server;
  const waiting = new Set<Socket>();
  held.on('connection', (socket) => waiting.add(socket.on('error', () => undefined)));
  try {
    return await work();
  } finally {
    await new Promise<void>((resolve) => {
      held.close(() => resolve());
      for (const socket of waiting) socket.destroy();
    });
  }
}
