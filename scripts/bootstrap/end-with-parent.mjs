// Preloaded into long-running children. File descriptor 3 is a pipe whose other end only the parent holds: its end is the
// parent's end, also by kill -9, and then this process stops as it does on SIGTERM.
import { Socket } from 'node:net';

const parent = new Socket({ fd: 3, readable: true, writable: false });
parent.once('error', () => {});
parent.once('close', () => process.kill(process.pid, 'SIGTERM'));
parent.resume();
parent.unref();
