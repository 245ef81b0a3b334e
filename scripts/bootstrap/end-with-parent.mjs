// Preloaded into child processes that run for a long time. File descriptor 3 is a pipe whose other end only the parent
// has open. The pipe closes when the parent ends, even by kill -9. This process then stops as it does on SIGTERM.
import { Socket } from 'node:net';

const parent = new Socket({ fd: 3, readable: true, writable: false });
parent.once('error', () => {});
parent.once('close', () => process.kill(process.pid, 'SIGTERM'));
parent.resume();
parent.unref();
