import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { ConfigError } from './environment.js';
import { startFailure } from './start-failure.js';

const said = (error: object) => startFailure(Object.assign(new Error('what Node says'), error));

test('the message names PORT or HOST when the server cannot listen', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const second = createServer().listen((holder.address() as AddressInfo).port, '127.0.0.1');
  const [taken] = (await once(second, 'error')) as unknown[];
  holder.close();
  expect(startFailure(taken)).toMatch(/^configuration: PORT is taken [^\n]*EADDRINUSE[^\n]*$/);
  expect(said({ code: 'EACCES', syscall: 'listen' })).toBe('configuration: PORT cannot be used: what Node says');
  expect(said({ syscall: 'getaddrinfo' })).toBe('configuration: HOST cannot be used: what Node says');
});

test('the message names the wrong setting, whether we or the scheduler refused it', () => {
  class CronError extends Error {}
  expect(startFailure(new ConfigError('WORKER must be on'))).toBe('configuration: WORKER must be on');
  expect(startFailure(new CronError('Field value (99) is out of range'))).toBe(
    'configuration: RECONCILE_CRON: Field value (99) is out of range',
  );
});

test('the message says which disk is full: that of Rollcall or that of PostgreSQL', () => {
  expect(said({ code: 'ENOSPC' })).toMatch(/^configuration: the disk is full [^\n]*DATA_DIR/);
  expect(said({ code: '53100' })).toMatch(/^configuration: PostgreSQL cannot write, its disk is full [^\n]*$/);
});

test('an unexpected error keeps its stack', () => {
  const bug = new TypeError('x is not a function');
  expect([startFailure(bug), startFailure('thrown')]).toEqual([bug, 'thrown']);
});
