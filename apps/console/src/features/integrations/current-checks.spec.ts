import { type Check, staleIntegrations } from './current-checks';

const NOW = Date.parse('2026-11-30T03:00:00Z');
const check = (name: string, secondsAgo: number): Check => ({
  name,
  status: 'OK',
  message: '',
  code: null,
  checkedAt: new Date(NOW - secondsAgo * 1000).toISOString(),
});
const integration = (id: string, ...checks: Check[]) => ({ id, health: { checks } });

test('an integration is stale if a result from the target is older than a minute, but not if one of our own checks is', () => {
  const seen = [
    integration('fresh', check('okta-domain', 10)),
    integration('stale', check('okta-domain', 10), check('sign-in-rule', 61)),
    integration('scim', check('target-server', 3_600)),
    integration('local', check('groups', 3_600)),
    integration('never examined'),
  ];
  expect(staleIntegrations(seen, NOW)).toEqual(['stale', 'scim']);
});

test('at most five integrations are checked again', () => {
  const many = Array.from({ length: 9 }, (_, index) => integration(String(index), check('okta-domain', 90)));
  expect(staleIntegrations(many, NOW)).toHaveLength(5);
});
