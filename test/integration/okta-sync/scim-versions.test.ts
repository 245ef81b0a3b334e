import { eventually } from '../../support/index.js';
import { bentRigForAll, type BentRig } from './bent-rig.js';
import { type BentScim, scimRefusal, type Bend, type BentAnswer, type BentRequest } from './bent-scim.js';
import { ATTRIBUTE, EXTENSION } from './remote-scim.js';
import type { Rig } from './rig.js';
import { DEVIATIONS, isPatch } from './scim-deviations.js';
import type { Both, ScimRig } from './scim-rig.js';

const strong = (changes: number): string => `"${changes}"`;
const isPut = ({ method }: BentRequest): boolean => method === 'PUT';
const isWrite = (request: BentRequest): boolean => isPatch(request) || isPut(request);
const config = (etag: object): BentAnswer => ({
  status: 200,
  body: { patch: { supported: false }, filter: { supported: true }, ...etag },
});

describe('a SCIM server with versions', () => {
  let scim: ScimRig;
  let rig: Rig;
  let server: BentScim;
  let integrate: BentRig['integrate'];

  bentRigForAll((bent) => {
    ({ scim, server, integrate } = bent);
    rig = scim.rig;
  });

  async function person(name: string, more?: Record<string, unknown>): Promise<Both> {
    return scim.person(name, server.add(name, undefined, more));
  }

  const writes = (): BentRequest[] => server.seen.filter(isWrite);
  const without =
    (method: string): NonNullable<Bend['instead']> =>
    (request) =>
      request.method === method ? scimRefusal(405) : undefined;

  it('gets no version unless it requires one', async () => {
    await integrate({ version: strong });
    await scim.bind([await person('ada')]);
    expect(writes().map(({ ifMatch }) => ifMatch)).toEqual([undefined]);
  });

  it('is tested once for whether it requires a version', async () => {
    await integrate(DEVIATIONS['requires If-Match (428)']!);
    await scim.bind([await person('ada')]);
    server.seen.length = 0;
    await scim.bind([await person('bob'), await person('carol')]);
    expect(writes().map(({ ifMatch }) => ifMatch)).toEqual(['W/"0"', 'W/"0"']);
  });

  it.each([
    ['PATCH', DEVIATIONS['requires If-Match (428)']!],
    ['PUT', DEVIATIONS['knows no PATCH (405)']!],
  ])('on which another client changed the user before our %s is read and written again', async (method, bend) => {
    await integrate(bend);
    await scim.bind([await person('first')]);
    const ada = await person('ada');
    let races = 2;
    server.bend = {
      ...bend,
      meanwhile: (_, request) => {
        const user = server.user(ada.there);
        if (request.method === method && user && races-- > 0) Object.assign(user, { changes: user.changes + 1 });
      },
    };
    server.seen.length = 0;
    await scim.bind([ada]);
    expect(writes().map(({ ifMatch }) => ifMatch?.replace('W/', ''))).toEqual(['"0"', '"1"', '"2"']);
    expect(await scim.pausedReason()).toBeNull();
  });

  it('is not written to when the user holds the value already', async () => {
    await integrate(DEVIATIONS['requires If-Match (428)']!);
    await scim.bind([await person('first')]);
    const ada = await person('ada');
    await scim.bind([ada]);
    await rig.database.execute('update registrations set confirmed = false where identity_id = $1', [ada.id]);
    server.seen.length = 0;
    await scim.bind([ada]);
    expect(writes()).toEqual([]);
  });

  it('and accepts none of its versions parks the person', async () => {
    await integrate({ version: strong, instead: (request) => (isPatch(request) ? scimRefusal(412) : undefined) });
    const ada = await person('ada');
    await rig.bind(scim.key, ada.id);
    await rig.settles(ada.id, { state: 'PARKED', last_error: expect.stringContaining('If-Match') as string });
  });

  describe('without PATCH', () => {
    it('gets a PUT of the whole user, including attributes that Rollcall does not know', async () => {
      const more = {
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', 'urn:other'],
        name: { givenName: 'Ada' },
        emails: [{ value: 'ada@example.com', primary: true }],
        'urn:other': { costCenter: null, nested: { deep: [1, 2.5] } },
      };
      await integrate({ version: strong, instead: without('PATCH') });
      const ada = await person('ada', more);
      await scim.bind([ada]);
      expect(server.user(ada.there)).toMatchObject({ registered: true, more: { emails: more.emails } });
      const put = server.seen.find(isPut);
      expect(put?.ifMatch).toBe('"0"');
      expect(put?.body).toEqual({
        ...more,
        schemas: [...more.schemas, EXTENSION],
        id: ada.there,
        userName: 'ada@example.com',
        externalId: 'e-ada',
        meta: { version: '"0"' },
        [EXTENSION]: { [ATTRIBUTE]: true },
      });
    });

    it('gets only one PATCH request', async () => {
      await integrate({ version: strong, instead: without('PATCH') });
      await scim.bind([await person('ada'), await person('bob'), await person('carol')]);
      await scim.bind([await person('dora')]);
      expect(server.countOf('PATCH')).toBeLessThanOrEqual(2);
      expect(server.countOf('PUT')).toBe(4);
    });

    it('never loses what another client changes during our PUT', async () => {
      let raced = false;
      await integrate({
        version: strong,
        instead: without('PATCH'),
        meanwhile: (_, request) => {
          if (!isPut(request) || raced) return;
          raced = true;
          const user = server.users[0]!;
          Object.assign(user, { more: { title: 'Professor' }, changes: user.changes + 1 });
        },
      });
      const ada = await person('ada', { title: 'Doctor' });
      await scim.bind([ada]);
      expect(server.user(ada.there)).toMatchObject({ registered: true, more: { title: 'Professor' } });
    });

    it.each([
      ['tells none', {}],
      [
        'returns some and says that it does not compare them',
        { version: strong, etag: { etag: { supported: false } } },
      ],
    ])('is paused and gets no PUT when it %s', async (_, { etag = {}, ...bend }: Bend & { etag?: object }) => {
      await integrate({
        ...bend,
        instead: (request) => (request.path === '/ServiceProviderConfig' ? config(etag) : without('PATCH')(request)),
      });
      const ada = await person('ada');
      await rig.bind(scim.key, ada.id);
      await eventually(async () => expect(await scim.pausedReason()).toContain('Only PUT is left'));
      expect(server.countOf('PUT')).toBe(0);
      await rig.settles(ada.id, { state: 'PENDING', confirmed: false });
    });

    it('or PUT is paused', async () => {
      await integrate({
        version: strong,
        instead: (request) => (isWrite(request) ? scimRefusal(405) : undefined),
      });
      await rig.bind(scim.key, (await person('ada')).id);
      await eventually(async () => expect(await scim.pausedReason()).toContain('PATCH or PUT'));
    });

    it('that accepts a PUT but does not store it is not trusted', async () => {
      await integrate({
        version: strong,
        instead: (request) => without('PATCH')(request) ?? (isPut(request) ? { status: 204 } : undefined),
      });
      await rig.bind(scim.key, (await person('ada')).id);
      await eventually(async () => expect(await scim.pausedReason()).toContain(`${EXTENSION}:${ATTRIBUTE}`));
    });
  });
});
