import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

const EARLIEST_MS = 1_000;
const LATEST_MS = 8_000;

/** Writes to a simulated org whose connection breaks at once, and which the org applies seconds later. */
export class LateWrites {
  probability = 0;
  count = 0;

  constructor(private readonly random: () => number) {}

  /** Value for the `extend` option of the simulator. */
  readonly extend = async (app: FastifyInstance): Promise<void> => {
    app.addHook('preHandler', async (request) => {
      const isWrite = request.method === 'POST' && /^\/api\/v1\/users\/00u\w+$/.test(request.url);
      if (!isWrite || this.random() >= this.probability) return;
      this.count += 1;
      request.raw.socket.destroy();
      await sleep(EARLIEST_MS + this.random() * (LATEST_MS - EARLIEST_MS));
    });
  };
}
