import { clockFinding, rateFinding, rightsFinding, routingFinding, userTypesFinding } from './org-findings.js';

const NOW = new Date('2026-11-23T20:00:00Z');

describe('the findings about an Okta org', () => {
  it.each([
    [['SUPER_ADMIN'], 'OK'],
    [['ORG_ADMIN'], 'OK'],
    [['USER_ADMIN', 'READ_ONLY_ADMIN'], 'WARN'],
    [['READ_ONLY_ADMIN'], 'FAIL'],
    [[], 'FAIL'],
  ])('rate the rights of a token owner with the roles %j as %s', (roles, status) => {
    expect(rightsFinding(roles).status).toBe(status);
  });

  it.each([
    [[{ name: 'r', active: true, values: ['true'] }], 'OK'],
    [[{ name: 'r', active: true, values: ['True'] }], 'FAIL'],
    [[{ name: 'r', active: false, values: ['true'] }], 'WARN'],
    [[], 'WARN'],
  ])('rate the routing rules %j as %s', (rules, status) => {
    expect(routingFinding('flag', rules).status).toBe(status);
  });

  it('list the other user types that lack the attribute', () => {
    const types = [
      { userType: 'contractor', type: undefined },
      { userType: 'partner', type: 'boolean' },
      { userType: 'robot', type: 'string' },
    ];
    expect(userTypesFinding('flag', types)).toMatchObject({
      status: 'WARN',
      message: expect.stringContaining('contractor, robot'),
    });
    expect(userTypesFinding('flag', []).status).toBe('OK');
  });

  it.each([
    [0, 'OK'],
    [-59_000, 'OK'],
    [61_000, 'WARN'],
    [-300_000, 'FAIL'],
    [undefined, 'UNKNOWN'],
  ])('rate a clock difference of %p ms as %s', (skew, status) => {
    expect(clockFinding(skew).status).toBe(status);
  });

  it.each([
    [null, null, 0, 'UNKNOWN'],
    [600, 590, 0, 'OK'],
    [600, 0, -1, 'OK'],
    [600, 0, 30_000, 'WARN'],
    [50, 10, 0, 'WARN'],
  ])('rate a limit of %p, with %p left and a block that ends in %p ms, as %s', (rate_limit, remaining, ms, status) => {
    const blocked_until = ms === 0 ? null : new Date(NOW.getTime() + ms);
    expect(rateFinding({ rate_limit, remaining, blocked_until }, 0.5, NOW).status).toBe(status);
  });
});
