import fc from 'fast-check';
import type { RemoteUser } from '../../target/registration-target.js';
import { judge, planOurs, planPage, type LocalRegistration } from './plan-reconciliation.js';

interface Person {
  okta: RemoteUser | undefined;
  ours: LocalRegistration | undefined;
}

/** People who exist in Okta, in the directory, or in both. A person who exists in both has one of four keys in common. */
const people = fc
  .array(
    fc.record({
      inOkta: fc.boolean(),
      inOurs: fc.boolean(),
      registered: fc.boolean(),
      desired: fc.boolean(),
      onItsWay: fc.boolean(),
      deprovisioned: fc.boolean(),
      link: fc.constantFrom('remembered', 'external', 'own', 'login'),
    }),
    { maxLength: 60 },
  )
  .map((drawn) =>
    drawn.map((one, index): Person => {
      const id = `00u${index}`;
      const login = `Person${index}@example.com`;
      const obstacle = one.deprovisioned ? 'Deprovisioned' : null;
      const externalId = one.link === 'own' ? `identity${index}` : id;
      const ours: LocalRegistration = {
        identityId: `identity${index}`,
        oktaUserId: one.link === 'remembered' ? id : null,
        externalId: one.link === 'external' ? id : null,
        userName: one.link === 'login' ? login.toLowerCase() : `other${index}`,
        desired: one.desired,
        onItsWay: one.onItsWay,
      };
      return {
        okta: one.inOkta ? { id, login, externalId, registered: one.registered, obstacle } : undefined,
        ours: one.inOurs ? ours : undefined,
      };
    }),
  );

function reconcile(everybody: Person[], pageSize: number) {
  const trueSet = everybody.flatMap(({ okta }) => (okta?.registered ? [okta] : []));
  const ours = everybody.flatMap(({ ours: one }) => (one ? [one] : []));
  const seen = new Set<string>();
  const candidates: LocalRegistration[] = [];
  const drift = [];
  for (let from = 0; from < trueSet.length; from += pageSize) {
    const plan = planPage(trueSet.slice(from, from + pageSize), ours);
    for (const id of plan.seen) seen.add(id);
    candidates.push(...plan.candidates);
    drift.push(...plan.unknown);
  }
  candidates.push(...planOurs(ours.filter((one) => one.desired && !seen.has(one.identityId))));
  for (const candidate of candidates) {
    const okta = everybody.find(({ ours: one }) => one?.identityId === candidate.identityId)?.okta;
    const found = judge(candidate, okta);
    if (found) drift.push(found);
  }
  return { drift, candidates };
}

/** A page of users who are true in Okta, and some of our people. Ids and names come from small sets, so that many of them are equal. */
const crowd = fc
  .record({
    page: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('00u0', '00u1', '00u2', '00u3'),
        login: fc.constantFrom('Ada@example.com', 'Bob@example.com', 'Cem@example.com'),
        externalId: fc.constantFrom(undefined, 'own', 'identity0', 'identity1', 'x0'),
        deprovisioned: fc.boolean(),
      }),
      { selector: ({ id }) => id },
    ),
    ours: fc.array(
      fc.record({
        oktaUserId: fc.constantFrom(null, '00u0', '00u1', '00u2', '00u3', '00u9'),
        externalId: fc.constantFrom(null, '00u0', '00u1', '00u9', 'x0'),
        userName: fc.constantFrom('ada@example.com', 'bob@example.com', 'other@example.com'),
        desired: fc.boolean(),
        onItsWay: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ page, ours }) => ({
    page: page.map(({ externalId, deprovisioned, ...user }): RemoteUser => ({
      ...user,
      externalId: externalId === 'own' ? user.id : externalId,
      registered: true,
      obstacle: deprovisioned ? 'Deprovisioned' : null,
    })),
    ours: ours.map((one, index): LocalRegistration => ({ ...one, identityId: `identity${index}` })),
  }));

/** The identities that match a user by the strongest key. The keys, strongest first, are: link, external id, our own id, login. */
function nearest(user: RemoteUser, ours: readonly LocalRegistration[]): LocalRegistration[] {
  const ways: ((one: LocalRegistration) => boolean)[] = [
    (one) => one.oktaUserId === user.id,
    (one) => user.externalId !== undefined && one.externalId === user.externalId,
    (one) => one.identityId === user.externalId,
    (one) => one.userName === user.login.toLowerCase(),
  ];
  return ways.map((way) => ours.filter(way)).find((found) => found.length > 0) ?? [];
}

/** True for a person who should be registered and is linked to another user, and who matches this user at most by name. */
function isLinkedElsewhere(one: LocalRegistration, user: RemoteUser): boolean {
  const byId = one.externalId !== null && one.externalId === user.externalId;
  const linked = one.oktaUserId !== null && one.oktaUserId !== user.id;
  return one.desired && !one.onItsWay && linked && !byId && one.identityId !== user.externalId;
}

describe('the plan of a reconciliation', () => {
  it('finds exactly the differences, for any page size', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 20 }), (everybody, pageSize) => {
        const expected = everybody.flatMap(({ okta, ours }) => {
          const live = okta?.obstacle === null;
          if (!ours) return live && okta.registered ? [`UNKNOWN_USER ${okta.id}`] : [];
          if (ours.onItsWay) return [];
          if (!okta) return ours.desired ? [`UNLINKED ${ours.identityId}`] : [];
          if (!okta || !live || okta.registered === ours.desired) return [];
          return [`${ours.desired ? 'SET_TRUE' : 'SET_FALSE'} ${ours.identityId}`];
        });
        const { drift } = reconcile(everybody, pageSize);
        expect(drift.map((one) => `${one.kind} ${one.identityId ?? one.oktaUserId}`).sort()).toEqual(expected.sort());
      }),
    );
  });

  it('does not check a person whose value is the same on both sides', () => {
    fc.assert(
      fc.property(people, (everybody) => {
        const asked = new Set(reconcile(everybody, 7).candidates.map((one) => one.identityId));
        for (const { okta, ours } of everybody) {
          if (!ours) continue;
          const agreed = okta ? okta.registered === ours.desired : !ours.desired;
          if (agreed) expect(asked).not.toContain(ours.identityId);
        }
      }),
    );
  });

  describe('where several people and users share ids and names', () => {
    it('does not count a person as registered because of a user that is not linked to the person', () => {
      fc.assert(
        fc.property(crowd, ({ page, ours }) => {
          for (const id of planPage(page, ours).seen) {
            const one = ours.find(({ identityId }) => identityId === id)!;
            expect(one.desired).toBe(true);
            const theirs = page.filter((user) => nearest(user, ours).includes(one));
            expect(theirs.some((user) => (one.oktaUserId ?? user.id) === user.id)).toBe(true);
          }
        }),
      );
    });

    it('checks every registered person whose linked user is not in the list', () => {
      fc.assert(
        fc.property(crowd, ({ page, ours }) => {
          const { seen } = planPage(page, ours);
          const asked = planOurs(ours.filter(({ identityId }) => !seen.includes(identityId)));
          for (const one of ours) {
            if (!one.desired || one.onItsWay || one.oktaUserId === null) continue;
            if (!page.some(({ id }) => id === one.oktaUserId)) expect(asked).toContain(one);
          }
        }),
      );
    });

    it('leaves no user true if the best matching person should be false, whatever the link of that person', () => {
      fc.assert(
        fc.property(crowd, ({ page, ours }) => {
          const { candidates, unknown } = planPage(page, ours);
          for (const user of page) {
            const people = nearest(user, ours);
            const chosen = candidates.filter(({ oktaUserId }) => oktaUserId === user.id);
            expect(chosen.length).toBeLessThanOrEqual(1);
            for (const { identityId } of chosen) {
              expect(people.find((one) => one.identityId === identityId)).toMatchObject({
                desired: false,
                onItsWay: false,
              });
            }
            const idle = people.every(({ desired, onItsWay }) => !desired && !onItsWay);
            if (people.length > 0 && idle) expect(chosen.length === 1).toBe(user.obstacle === null);
            const strangers = unknown.filter(({ oktaUserId }) => oktaUserId === user.id);
            if (people.every((one) => isLinkedElsewhere(one, user)))
              expect(strangers.length === 1).toBe(user.obstacle === null);
            if (strangers.length > 0 && people.length > 0)
              expect(people.some((one) => isLinkedElsewhere(one, user))).toBe(true);
          }
        }),
      );
    });
  });
});
