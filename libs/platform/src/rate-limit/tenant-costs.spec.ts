import { BURST_MS, SHARE_MS_PER_SECOND, TenantCosts } from './tenant-costs.js';

describe('the cost of a tenant', () => {
  let costs: TenantCosts;
  beforeEach(() => {
    jest.useFakeTimers();
    costs = new TenantCosts();
  });
  afterEach(() => jest.useRealTimers());

  const arriveBoth = (): void => {
    costs.arrive('quiet');
    costs.arrive('busy');
  };

  it('limits no tenant while it is the only active one', () => {
    costs.arrive('busy');
    costs.charge('busy', 60_000);
    expect(costs.delayOf('busy')).toBe(0);
    expect(() => costs.admit('busy')).not.toThrow();
  });

  it('delays a tenant that has used up its burst until its share has repaid the debt, but no other tenant', () => {
    arriveBoth();
    costs.charge('busy', BURST_MS);
    expect(costs.delayOf('busy')).toBe(0);
    costs.charge('busy', SHARE_MS_PER_SECOND);
    expect(costs.delayOf('busy')).toBe(1_000);
    expect(costs.delayOf('quiet')).toBe(0);
    jest.advanceTimersByTime(400);
    arriveBoth();
    expect(costs.delayOf('busy')).toBe(600);
    jest.advanceTimersByTime(600);
    arriveBoth();
    expect(costs.delayOf('busy')).toBe(0);
  });

  it('refuses a tenant with a large debt, and asks it to wait for at most ten seconds', () => {
    arriveBoth();
    costs.charge('busy', BURST_MS + 1_100);
    expect(() => costs.admit('busy')).toThrow(expect.objectContaining({ code: 'RATE_LIMITED', retryAfterSeconds: 5 }));
    costs.charge('busy', 60_000);
    expect(() => costs.admit('busy')).toThrow(expect.objectContaining({ retryAfterSeconds: 8 }));
    expect(() => costs.admit('quiet')).not.toThrow();
  });

  it('does not delay the tenant while the other tenants have been inactive for a second', () => {
    arriveBoth();
    costs.charge('busy', 60_000);
    jest.advanceTimersByTime(1_001);
    costs.arrive('busy');
    expect(costs.delayOf('busy')).toBe(0);
    costs.arrive('quiet');
    expect(costs.delayOf('busy')).toBeGreaterThan(0);
  });

  it('charges the time that work takes, even if the work throws', () => {
    arriveBoth();
    const work = (): never => {
      jest.advanceTimersByTime(1_000);
      throw new Error('no');
    };
    expect(() => costs.measure('busy', work)).toThrow('no');
    arriveBoth();
    expect(costs.delayOf('busy')).toBeGreaterThan(0);
  });
});
