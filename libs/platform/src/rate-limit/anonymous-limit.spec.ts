import { FakeClock } from '../clock/clock.js';
import { DomainError } from '../errors/domain-error.js';
import { AnonymousLimit } from './anonymous-limit.js';

const accept = async (): Promise<string> => 'accepted';
const refuse = async (): Promise<string> => {
  throw DomainError.unauthenticated();
};
const fail = async (): Promise<string> => {
  throw DomainError.unavailable('The database is busy.', 5);
};

describe('the limit of requests without a valid credential', () => {
  let limit: AnonymousLimit;
  beforeEach(() => {
    limit = new AnonymousLimit(2, new FakeClock());
  });

  const send = (address: string, credential: string | undefined, check: () => Promise<string>): Promise<string> =>
    limit.check({ address, credential }, check).catch((error: DomainError) => error.code);

  const exhaust = async (address: string): Promise<void> => {
    for (let count = 0; count < 2; count += 1) await send(address, undefined, refuse);
  };

  it('refuses an address that has used its requests of a minute, but no other address', async () => {
    expect(await send('192.0.2.1', undefined, refuse)).toBe('UNAUTHENTICATED');
    expect(await send('192.0.2.1', 'wrong', refuse)).toBe('UNAUTHENTICATED');
    expect(await send('192.0.2.1', undefined, refuse)).toBe('RATE_LIMITED');
    expect(await send('192.0.2.1', 'good', accept)).toBe('RATE_LIMITED');
    expect(await send('192.0.2.2', undefined, refuse)).toBe('UNAUTHENTICATED');
  });

  it('does not count accepted credentials, and accepts them from an address over its limit', async () => {
    for (const credential of ['one', 'two', 'three'])
      expect(await send('192.0.2.1', credential, accept)).toBe('accepted');
    await exhaust('192.0.2.1');
    expect(await send('192.0.2.1', undefined, refuse)).toBe('RATE_LIMITED');
    for (let count = 0; count < 5; count += 1) expect(await send('192.0.2.1', 'one', accept)).toBe('accepted');
  });

  it('counts a credential again after it was refused', async () => {
    await send('192.0.2.1', 'revoked', accept);
    expect(await send('192.0.2.1', 'revoked', refuse)).toBe('UNAUTHENTICATED');
    await exhaust('192.0.2.1');
    expect(await send('192.0.2.1', 'revoked', refuse)).toBe('RATE_LIMITED');
  });

  it('does not count a request whose credential could not be checked', async () => {
    for (let count = 0; count < 5; count += 1) expect(await send('192.0.2.1', 'unknown', fail)).toBe('UNAVAILABLE');
  });

  it('remembers 10,000 accepted credentials and forgets the oldest', async () => {
    for (let count = 0; count <= 10_000; count += 1) await send('192.0.2.1', `key ${count}`, accept);
    await exhaust('192.0.2.1');
    expect(await send('192.0.2.1', 'key 0', accept)).toBe('RATE_LIMITED');
    expect(await send('192.0.2.1', 'key 1', accept)).toBe('accepted');
  });
});
