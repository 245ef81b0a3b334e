import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { DataSource } from 'typeorm';
import { ConfigError } from '../config/environment.js';
import { openSource } from './open-source.js';

/** PostgreSQL's message that refuses a connection (protocol 3.0, ErrorResponse). */
function refusal(sqlState: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C${sqlState}\0M${message}\0\0`);
  const length = Buffer.alloc(4);
  length.writeInt32BE(fields.length + 4);
  return Buffer.concat([Buffer.from('E'), length, fields]);
}

it('waits while PostgreSQL is starting, but fails at once on any other refusal', async () => {
  const answers = [
    refusal('57P03', 'the database system is starting up'),
    refusal('57P03', 'the database system is not yet accepting connections'),
    refusal('28P01', 'password authentication failed for user "nobody"'),
  ];
  const server = createServer((socket) => socket.once('data', () => socket.end(answers.shift() ?? '')));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const source = new DataSource({ type: 'postgres', url: `postgres://nobody@127.0.0.1:${port}/none` });
  const refused: unknown = await openSource(source).catch((error: unknown) => error);
  server.close();
  expect(refused).toBeInstanceOf(ConfigError);
  expect((refused as Error).message).toContain('password authentication failed');
  expect(answers).toEqual([]);
});
