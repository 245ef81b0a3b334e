import { REGISTRATION_CHANNEL, wakePayload } from '../../../libs/okta-sync/src/ledger/registration-channel.js';
import { eventually } from '../../support/index.js';
import { bentRigForAll, type BentRig } from './bent-rig.js';
import { type BentScim, scimRefusal, type BentRequest } from './bent-scim.js';
import { ATTRIBUTE, EXTENSION } from './remote-scim.js';
import type { Rig } from './rig.js';
import { isPatch } from './scim-deviations.js';
import type { Both, ScimRig } from './scim-rig.js';

describe('a SCIM server that refuses a change', () => {
  let scim: ScimRig;
  let rig: Rig;
  let server: BentScim;
  let integrate: BentRig['integrate'];

  bentRigForAll((bent) => {
    ({ scim, server, integrate } = bent);
    rig = scim.rig;
  });

  async function person(name: string): Promise<Both> {
    return scim.person(name, server.add(name));
  }

  const refusing =
    (scimType: string, ids?: readonly string[]) =>
    (request: BentRequest): ReturnType<typeof scimRefusal> | undefined =>
      isPatch(request) && (ids?.some((id) => request.path.endsWith(`/${id}`)) ?? true)
        ? scimRefusal(400, scimType)
        : undefined;

  async function isParked({ id }: Both, hint: string): Promise<void> {
    const last_error = expect.stringContaining(hint) as string;
    await rig.settles(id, { state: 'PARKED', confirmed: false, last_error });
  }

  it.each(['invalidValue', 'invalidPath', 'noTarget', 'mutability'])(
    'of one person (%s) parks that person, and writes the others',
    async (scimType) => {
      await integrate({});
      const [ada, bob] = [await person('ada'), await person('bob')];
      server.bend.instead = refusing(scimType, [ada.there]);
      await rig.bind(scim.key, ada.id);
      await isParked(ada, 'this user there');
      await scim.bind([bob]);
      expect(await scim.pausedReason()).toBeNull();
      expect((await rig.row(ada.id))?.last_error).toContain(scimType);
    },
  );

  it.each([
    ['is missing', { id: EXTENSION, attributes: [] }],
    ['is of type string', { id: EXTENSION, attributes: [{ name: ATTRIBUTE, type: 'string' }] }],
    ['is multi-valued', { id: EXTENSION, attributes: [{ name: ATTRIBUTE, type: 'boolean', multiValued: true }] }],
    ['is readOnly', { id: EXTENSION, attributes: [{ name: ATTRIBUTE, type: 'boolean', mutability: 'readOnly' }] }],
  ])('pauses the integration at once when the attribute %s in its schemas', async (fault, schema) => {
    await integrate({
      instead: (request) =>
        request.path.startsWith('/Schemas') ? { status: 200, body: schema } : refusing('invalidValue')(request),
    });
    const ada = await person('ada');
    await rig.bind(scim.key, ada.id);
    await eventually(async () => expect(await scim.pausedReason()).toContain(`${EXTENSION}:${ATTRIBUTE} ${fault}`));
    await rig.settles(ada.id, { state: 'PENDING', confirmed: false });
  });

  it('of five people in a row pauses the integration, although its schemas allow the change', async () => {
    await integrate({ instead: refusing('invalidValue') });
    const people = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(person));
    for (const one of people.slice(0, 4)) {
      await rig.bind(scim.key, one.id);
      await isParked(one, 'this user there');
    }
    expect(await scim.pausedReason()).toBeNull();
    await rig.bind(scim.key, people[4]!.id);
    await eventually(async () => expect(await scim.pausedReason()).toContain('several people in a row'));
  });

  it('of five people in a row pauses it although the notification of its settings comes after the first of them', async () => {
    await integrate({ instead: refusing('invalidValue') });
    const people = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(person));
    for (const [index, one] of people.entries()) {
      await rig.bind(scim.key, one.id);
      await isParked(one, 'this user there');
      if (index === 2)
        await rig.database.execute('select pg_notify($1, $2)', [
          REGISTRATION_CHANNEL,
          wakePayload(scim.key, 'settings'),
        ]);
    }
    await eventually(async () => expect(await scim.pausedReason()).toContain('several people in a row'));
  });

  it('with characters that PostgreSQL cannot store (NUL, a lone surrogate) parks the person with the rest of the message', async () => {
    const body = {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: '400',
      detail: 'not \u0000this \ud800value',
    };
    await integrate({ instead: (request) => (isPatch(request) ? { status: 400, body } : undefined) });
    const ada = await person('ada');
    await rig.bind(scim.key, ada.id);
    await isParked(ada, 'this');
    expect(server.countOf('PATCH')).toBeLessThan(4);
  });

  it('of one person several times does not pause the integration', async () => {
    await integrate({ instead: refusing('invalidValue') });
    const ada = await person('ada');
    for (let tries = 1; tries <= 6; tries += 1) {
      server.bend.instead = refusing(`invalidValue${tries}`);
      await rig.bind(scim.key, ada.id);
      await isParked(ada, `invalidValue${tries}:`);
    }
    expect(await scim.pausedReason()).toBeNull();
  });

  it('of four people, then a success, then a refusal of four people does not pause the integration', async () => {
    await integrate({});
    const people = await Promise.all(['a', 'b', 'c', 'd', 'taken', 'e', 'f', 'g', 'h'].map(person));
    server.bend.instead = refusing(
      'invalidValue',
      people.filter((_, index) => index !== 4).map(({ there }) => there),
    );
    for (const [index, one] of people.entries()) {
      await rig.bind(scim.key, one.id);
      await (index === 4 ? rig.settles(one.id, { state: 'IN_SYNC' }) : isParked(one, 'this user there'));
    }
    expect(await scim.pausedReason()).toBeNull();
  });
});
