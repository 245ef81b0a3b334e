import { Enrollee, ORIGIN } from './enrollee.js';
import { type PasskeysApp, startPasskeysApp } from './passkeys-app.js';

let on: PasskeysApp;
let link: string;
beforeAll(async () => {
  on = await startPasskeysApp();
  const { id } = await on.person('ada');
  link = new URL((await on.enrollments.createEnrollment(on.caller, { identityId: id })).url).pathname;
});
afterAll(() => on?.stop());

test('the page allows only its own files, and is kept out of caches, frames and referrers', async () => {
  const { headers } = await new Enrollee(on, ORIGIN + link).page();
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-type': 'text/html; charset=utf-8',
  });
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain(`default-src 'none'`);
  expect(policy).toContain(`frame-ancestors 'none'`);
  expect(policy).not.toContain('unsafe');
});

test('its files are served at the URLs in the page, and may be cached forever', async () => {
  const { html } = await new Enrollee(on, ORIGIN + link).page();
  const files = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, url]) => url!);
  expect(files).toHaveLength(3);
  for (const url of files) {
    const { statusCode, headers, body } = await on.app.inject({ method: 'GET', url });
    expect(statusCode).toBe(200);
    expect(headers['cache-control']).toContain('immutable');
    expect(headers['content-type']).toMatch(url.includes('.css') ? /^text\/css/ : /^text\/javascript/);
    expect(body.length).toBeGreaterThan(1000);
  }
  expect((await on.app.inject({ method: 'GET', url: '/enroll/assets/constructor' })).statusCode).toBe(404);
});

test('every refusal has the same format and is kept out of caches', async () => {
  const refusals = await Promise.all([
    on.app.inject({ method: 'POST', url: '/enroll/nothing/options', payload: {} }),
    on.app.inject({ method: 'POST', url: `${link}/verify`, payload: { response: 1 } }),
    on.app.inject({ method: 'POST', url: `${link}/verify`, payload: { response: 'x'.repeat(65_536) } }),
    on.app.inject({ method: 'GET', url: '/enroll/nothing/status' }),
  ]);
  expect(refusals.map(({ statusCode }) => statusCode)).toEqual([404, 400, 413, 404]);
  for (const { body, headers } of refusals) {
    expect(JSON.parse(body)).toEqual({ error: expect.stringMatching(/^[A-Z_]+$/), message: expect.any(String) });
    expect(headers['cache-control']).toBe('no-store');
  }
});

test('fetching the page does not count as opening the link, but pressing the button does', async () => {
  const enrollee = new Enrollee(on, ORIGIN + link);
  const openedAt = async () => {
    const [row] = await on.database.query<{ opened_at: Date | null }>('select opened_at from enrollments limit 1');
    return row!.opened_at;
  };
  await enrollee.page();
  expect(await openedAt()).toBeNull();
  await enrollee.options();
  const first = await openedAt();
  on.clock.advance(1000);
  await enrollee.options();
  expect(await openedAt()).toEqual(first);
});
