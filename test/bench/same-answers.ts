import { isDeepStrictEqual } from 'node:util';
import type { Contender } from './interleaved.js';
import { HttpConnection } from './http-connection.js';

/** Only reads are compared, because each write is a different change. */
const READS = ['GET by id', 'userName eq', 'page of 100 at 5001'];

/** Ratios are meaningful only between servers with equal answers. @throws naming the work whose answers differ */
export async function requireSameAnswers(contenders: readonly Contender[]): Promise<void> {
  for (const name of READS) {
    const request = contenders[0]?.works.get(name)?.next() ?? '';
    const bodies = await Promise.all(contenders.map(({ server }) => bodyOf(server.port, request)));
    if (!bodies.every((body) => isDeepStrictEqual(body, bodies[0]))) {
      throw new Error(
        `the servers answer ${name} differently:\n${bodies.map((body) => JSON.stringify(body)).join('\n')}`,
      );
    }
  }
}

async function bodyOf(port: number, request: string): Promise<unknown> {
  const connection = await HttpConnection.open(port, true);
  const { text = '' } = await connection.send(request);
  connection.close();
  return JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4));
}
