import { FlagPatch } from './flag-patch.js';
import { ScimDialects } from '../transport/scim-dialects.js';
import { ScimRequestError } from '../transport/scim-request-error.js';
import type { ScimServer } from '../transport/scim-server.js';
import type { OutboundScimRequest, ScimTransport } from '../transport/scim-transport.js';
import type { WriteVerifier } from './write-verifier.js';
import { VersionedUsers } from './versioned-users.js';

const server = {
  integrationId: 'i',
  baseUrl: 'https://scim.example',
  extension: 'urn:e',
  attribute: 'a',
} as ScimServer;

describe('a change at a server that has required versions', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }));
  afterEach(() => jest.useRealTimers());

  it('is sent without a version again after a minute, and then less and less often', async () => {
    let requires = true;
    const sent: (string | undefined)[] = [];
    const transport = {
      send: async (_: ScimServer, { ifMatch }: OutboundScimRequest) => {
        sent.push(ifMatch);
        if (requires && ifMatch === undefined)
          throw new ScimRequestError(
            { kind: 'ERROR', status: 412, code: undefined, summary: 'no', resetAt: undefined },
            'PATCH',
          );
        return undefined;
      },
      exchange: async () => ({ body: undefined, text: '{"id":"1","meta":{"version":"v1"}}', etag: null }),
    } as unknown as ScimTransport;
    const dialects = new ScimDialects();
    const check = { check: async () => undefined } as unknown as WriteVerifier;
    const patches = new FlagPatch(transport, new VersionedUsers(transport, dialects), check, dialects);
    const plain = async (): Promise<boolean> => {
      sent.length = 0;
      await patches.write(server, {
        id: '1',
        value: true,
        deadline: performance.now() + 10_000,
        before: async () => undefined,
      });
      return sent.includes(undefined);
    };
    expect([await plain(), await plain(), await plain()]).toEqual([true, true, false]);
    await jest.advanceTimersByTimeAsync(121_000);
    expect([await plain(), await plain()]).toEqual([true, false]);
    await jest.advanceTimersByTimeAsync(121_000);
    expect(await plain()).toBe(false);
    requires = false;
    await jest.advanceTimersByTimeAsync(241_000);
    expect(await plain()).toBe(true);
    expect(sent).toEqual([undefined]);
    expect(await plain()).toBe(true);
  });
});
