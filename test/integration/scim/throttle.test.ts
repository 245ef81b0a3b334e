import { stopClock } from '../../support/index.js';
import { ERROR, type ScimApp, startScim } from './scim-app.js';

let scim: ScimApp;

beforeAll(async () => {
  scim = await startScim({ scimRateLimit: 5 });
  stopClock(scim.app);
});
afterAll(() => scim.close());

it('asks only the client that is too fast to wait, in whole seconds', async () => {
  const [busy, other] = [await scim.client(), await scim.client()];
  const statuses: number[] = [];
  for (let count = 0; count < 5; count += 1) statuses.push((await busy.send('GET', '/Users')).status);
  const refused = await busy.send('GET', '/Users');
  expect([...statuses, refused.status]).toEqual([200, 200, 200, 200, 200, 429]);
  expect(refused.headers['retry-after']).toMatch(/^[1-9]\d*$/);
  expect(refused.headers['content-type']).toBe('application/scim+json; charset=utf-8');
  expect(refused.body).toMatchObject({ schemas: [ERROR], status: '429', detail: expect.stringContaining('Too many') });
  expect((await other.send('GET', '/Users')).status).toBe(200);
});
