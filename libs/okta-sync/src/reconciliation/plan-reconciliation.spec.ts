import fc from 'fast-check';
import type { RemoteUser } from '../target/registration-target.js';
import { judge, planOurs, planPage, type OurSide } from './plan-reconciliation.js';

interface Person {
  okta: RemoteUser | undefined;
  ours: OurSide | undefined;
}

/** People of both sides; each is linked in one of the four ways. */
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
      const ours: OurSide = {
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
  const candidates: OurSide[] = [];
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

describe('the plan of a reconciliation', () => {
  it('finds exactly the differences, whatever the size of the pages', () => {
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

  it('asks Okta about nobody whom both lists agree on', () => {
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
});
