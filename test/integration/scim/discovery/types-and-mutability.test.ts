import { isDeepStrictEqual } from 'node:util';
import { GROUP, patchOf } from '../scim-app.js';
import { type Declared, next, resourceWith, validValue, valueIn, wrongValue } from './declared.js';
import { DiscoveryRig, isMember, isPartOfMember, isShown, isWritable, unless } from './discovery-rig.js';

let on: DiscoveryRig;
beforeAll(async () => {
  on = await DiscoveryRig.start();
});
afterAll(() => on?.stop());

it('type: values of the type are stored as sent, and other values are answered with 400 invalidValue', async () => {
  expect(
    await on.misses(isWritable, async (declared) => {
      if (isPartOfMember(declared)) return [];
      const value = on.validOf(declared);
      const good = await on.create(declared, value);
      const bad = await on.create(declared, wrongValue(declared.leaf));
      const stored = valueIn(good.body, declared);
      return [
        ...unless(good.status === 201, `${JSON.stringify(value)} is ${good.status} ${good.body.detail}`),
        ...unless(
          !isShown(declared) || isMember(declared) || isDeepStrictEqual(stored, value),
          `stored as ${JSON.stringify(stored)}`,
        ),
        ...unless(
          bad.status === 400 && bad.body.scimType === 'invalidValue',
          `the wrong type is ${bad.status} ${bad.body.scimType}`,
        ),
      ];
    }),
  ).toEqual([]);
});

it('mutability: readOnly values cannot be changed by clients', async () => {
  expect(
    await on.misses(
      (declared) => !isWritable(declared),
      async (declared) => {
        const sent = isMember(declared)
          ? { value: on.member.userId, [declared.leaf.name]: 'Sent By Client' }
          : undefined;
        const created = sent
          ? await on.client.send('POST', '/Groups', {
              schemas: [GROUP],
              displayName: `Group ${next()}`,
              members: [sent],
            })
          : await on.create(declared, validValue(declared.leaf));
        const patched = await on.client.send(
          'PATCH',
          `${declared.endpoint}/${created.body.id}`,
          patchOf({ op: 'replace', path: declared.path, value: 'x' }),
        );
        return [
          ...unless(created.status === 201, `a POST is ${created.status}`),
          ...unless(
            !created.text.includes('Sent By Client') &&
              (sent !== undefined || valueIn(created.body, declared) === undefined),
            'was stored',
          ),
          ...unless(
            patched.status === 400 && patched.body.scimType === 'mutability',
            `a PATCH is ${patched.status} ${patched.body.scimType}`,
          ),
        ];
      },
    ),
  ).toEqual([]);
});

it('mutability: readWrite values can be added, replaced and removed', async () => {
  const chosen = (declared: Declared) =>
    isWritable(declared) &&
    declared.leaf.mutability === 'readWrite' &&
    declared.attribute.mutability === 'readWrite' &&
    !isMember(declared);
  expect(
    await on.misses(chosen, async (declared) => {
      const { attribute, sub, extension } = declared;
      const { path } = await on.create(declared, undefined);
      // A sub-attribute of a multi-valued attribute can be written only together with a whole value.
      const target = attribute.multiValued
        ? `${extension === undefined ? '' : `${extension}:`}${attribute.name}`
        : declared.path;
      const [first, second] = [
        on.validOf(declared),
        attribute.type === 'boolean' || declared.leaf.type === 'boolean' ? false : on.validOf(declared),
      ];
      const written = (value: unknown) => (attribute.multiValued ? [sub ? { [sub.name]: value } : value] : value);
      const shown =
        extension === undefined ? `?attributes=${attribute.name}` : `?attributes=${extension}:${attribute.name}`;
      const found: string[] = [];
      for (const [op, value] of [
        ['add', first],
        ['replace', second],
      ] as const) {
        const { status } = await on.client.send('PATCH', path, patchOf({ op, path: target, value: written(value) }));
        const stored = valueIn(await on.get(path, shown), declared);
        found.push(
          ...unless(
            status === 200 && isDeepStrictEqual(stored, value),
            `${op} is ${status}: ${JSON.stringify(stored)}`,
          ),
        );
      }
      const removed = await on.client.send('PATCH', path, patchOf({ op: 'remove', path: target }));
      const mayGo = !declared.leaf.required && declared.path !== 'active';
      const after = valueIn(await on.get(path, shown), declared);
      found.push(
        ...unless(
          mayGo ? removed.status === 200 && after === undefined : removed.status === 400,
          `remove is ${removed.status}: ${JSON.stringify(after)}`,
        ),
      );
      return found;
    }),
  ).toEqual([]);
});

it('mutability: immutable values can be set once', async () => {
  expect(
    await on.misses(
      (declared) => declared.leaf.mutability === 'immutable',
      async (declared) => {
        const value = on.validOf(declared);
        const { path, body } = isMember(declared)
          ? { path: `/Groups/${on.member.groupId}`, body: {} }
          : await on.create(declared, value);
        const other = declared.leaf.type === 'boolean' ? false : validValue(declared.leaf);
        const patched = await on.client.send(
          'PATCH',
          path,
          patchOf({ op: 'replace', path: declared.path, value: other }),
        );
        const found = unless(
          patched.status === 400 && patched.body.scimType === 'mutability',
          `a PATCH is ${patched.status} ${patched.body.scimType}`,
        );
        if (isMember(declared)) return found;
        const changed = resourceWith(declared, other).body;
        const put = await on.client.send('PUT', path, { ...body, ...changed });
        const same = await on.client.send('PUT', path, { ...changed, ...resourceWith(declared, value).body });
        return [
          ...found,
          ...unless(
            put.status === 400 && put.body.scimType === 'mutability',
            `another value by PUT is ${put.status} ${put.body.scimType}`,
          ),
          ...unless(same.status === 200, `the same value by PUT is ${same.status} ${same.body.detail}`),
        ];
      },
    ),
  ).toEqual([]);
});

it('mutability and returned: writeOnly values are accepted and never shown', async () => {
  expect(
    await on.misses(
      (declared) => declared.leaf.mutability === 'writeOnly',
      async (declared) => {
        const secret = `Secret ${next()}`;
        const created = await on.create(declared, secret);
        const patched = await on.client.send(
          'PATCH',
          created.path,
          patchOf({ op: 'replace', path: declared.path, value: secret }),
        );
        const shown = await on.client.send('GET', `${created.path}?attributes=${declared.path}`);
        const filtered = await on.client.send(
          'GET',
          `${declared.endpoint}?filter=${encodeURIComponent(`${declared.path} eq "${secret}"`)}`,
        );
        return [
          ...unless(created.status === 201 && patched.status === 200, `is ${created.status}, ${patched.status}`),
          ...unless(
            ![created, patched, shown, filtered].some(({ text }) => text.includes(secret) && text !== filtered.text),
            'is shown',
          ),
          ...unless(filtered.body.scimType === 'invalidFilter', `a filter is ${filtered.status}`),
        ];
      },
    ),
  ).toEqual([]);
});
