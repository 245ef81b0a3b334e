import { AccessTokenCache } from './access-token-cache.js';

function cache() {
  const state = { now: 1_000_000, issued: 0, failure: undefined as Error | undefined };
  const tokens = new AccessTokenCache(() => state.now);
  const request = async () => {
    state.issued += 1;
    const token = `token ${state.issued}`;
    await Promise.resolve();
    if (state.failure) throw state.failure;
    return { token, lifetimeMs: 3_600_000 };
  };
  const get = (key = 'a') => tokens.get(key, request);
  return { state, tokens, get };
}

describe('access tokens', () => {
  it('are fetched once per key for all concurrent callers', async () => {
    const { state, get } = cache();
    expect(await Promise.all([get(), get(), get()])).toEqual(['token 1', 'token 1', 'token 1']);
    expect(await get('b')).toBe('token 2');
    expect(state.issued).toBe(2);
  });

  it('are kept until shortly before they expire, and then requested once for all callers', async () => {
    const { state, get } = cache();
    await get();
    state.now += 3_539_000;
    expect(await get()).toBe('token 1');
    state.now += 2_000;
    expect(await Promise.all([get(), get()])).toEqual(['token 2', 'token 2']);
  });

  it('are dropped when Okta refuses them, but a newer token is not', async () => {
    const { tokens, get } = cache();
    await get();
    await tokens.forget('a', 'token 1');
    expect(await get()).toBe('token 2');
    await tokens.forget('a', 'token 1');
    expect(await get()).toBe('token 2');
  });

  it('are requested again after a failure', async () => {
    const { state, get } = cache();
    state.failure = new Error('down');
    await expect(Promise.all([get(), get()])).rejects.toThrow('down');
    expect(state.issued).toBe(1);
    state.failure = undefined;
    expect(await get()).toBe('token 2');
  });
});
