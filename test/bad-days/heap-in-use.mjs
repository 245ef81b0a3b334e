// Preloaded into a process whose memory is measured. On SIGUSR2 the process collects its garbage and prints the size of
// its heap.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
let times = 0;

process.on('SIGUSR2', () => {
  collect();
  times += 1;
  process.stdout.write(`heap in use ${times}: ${process.memoryUsage().heapUsed} bytes\n`);
});
