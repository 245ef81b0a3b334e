import { type Declared, valueIn } from './declared.js';
import { DiscoveryRig, isMember, isPartOfMember, isWritable, unless } from './discovery-rig.js';

let on: DiscoveryRig;
beforeAll(async () => {
  on = await DiscoveryRig.start();
});
afterAll(() => on?.stop());

it('returned: attributes and excludedAttributes follow default, always, request and never', async () => {
  expect(
    await on.misses(
      (declared) =>
        declared.leaf.mutability !== 'writeOnly' &&
        !(declared.resource === 'Group' && isPartOfMember(declared) && declared.leaf.name === 'display'),
      async (declared) => {
        const path =
          !isWritable(declared) || isMember(declared)
            ? `${declared.endpoint}/${declared.resource === 'User' ? on.member.userId : on.member.groupId}`
            : (await on.create(declared, on.validOf(declared))).path;
        const is = async (query: string) => valueIn(await on.get(path, query), declared) !== undefined;
        const seen = {
          plain: await is(''),
          named: await is(`?attributes=${declared.path}`),
          other: await is('?attributes=meta'),
          excluded: await is(`?excludedAttributes=${declared.path}`),
        };
        const right = {
          default: { plain: true, named: true, other: false, excluded: false },
          always: { plain: true, named: true, other: true, excluded: true },
          request: { plain: false, named: true, other: false, excluded: false },
          never: { plain: false, named: false, other: false, excluded: false },
        }[declared.leaf.returned];
        return unless(
          JSON.stringify(seen) === JSON.stringify(right),
          `${declared.leaf.returned} is ${JSON.stringify(seen)}`,
        );
      },
    ),
  ).toEqual([]);
});

const COMPUTED = new Set(['groups.$ref', 'members.$ref']);
const swapCase = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()));

it('caseExact: a filter in other letter case finds the value only if letter case does not matter', async () => {
  const isText = ({ leaf }: Declared) =>
    ['string', 'reference', 'binary'].includes(leaf.type) && leaf.returned !== 'never';
  expect(
    await on.misses(isText, async (declared) => {
      const isRead = !isWritable(declared) || isMember(declared);
      const made = isRead ? undefined : await on.create(declared, on.validOf(declared));
      const path =
        made?.path ?? `${declared.endpoint}/${declared.resource === 'User' ? on.member.userId : on.member.groupId}`;
      const value = String(valueIn(await on.get(path, `?attributes=${declared.path}`), declared));
      const own = made?.own ?? `id eq "${path.split('/').at(-1)}"`;
      const found = async (text: string) => {
        const filter = encodeURIComponent(`${own} and ${declared.path} eq ${JSON.stringify(text)}`);
        const { body } = await on.client.send('GET', `${declared.endpoint}?filter=${filter}`);
        return body.scimType ?? body.totalResults;
      };
      const [exact, swapped] = [await found(value), await found(swapCase(value))];
      // The values of these attributes are computed for each answer and not stored, so filters on them are refused
      // (docs/scim-support.md).
      if (COMPUTED.has(declared.path)) return unless(exact === 'invalidFilter', `a filter is ${exact}`);
      return unless(
        exact === 1 && swapped === (declared.leaf.caseExact && swapCase(value) !== value ? 0 : 1),
        `"${value}": ${exact}, in other letter case ${swapped}`,
      );
    }),
  ).toEqual([]);
});

it('uniqueness: server refuses a value that another resource has, and none accepts it', async () => {
  expect(
    await on.misses(
      (declared) => isWritable(declared) && !isPartOfMember(declared) && declared.leaf.type !== 'complex',
      async (declared) => {
        const value = on.validOf(declared);
        const first = await on.create(declared, value);
        const second = await on.create(declared, value);
        const right = declared.leaf.uniqueness === 'none' ? 201 : 409;
        return [
          ...unless(first.status === 201 && second.status === right, `is ${first.status}, then ${second.status}`),
          ...unless(right === 201 || second.body.scimType === 'uniqueness', `is ${second.body.scimType}`),
        ];
      },
    ),
  ).toEqual([]);
});
