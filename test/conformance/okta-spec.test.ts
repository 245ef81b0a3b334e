import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type ScimApp, startScim } from '../integration/scim/scim-app.js';

/** Okta's own SCIM 2.0 SPEC suite with its runner, where it was put beside the repository; it isn't ours to publish. */
const RUNNER = join(import.meta.dirname, '../../../shared/conformance/run-okta-spec.mjs');

let scim: ScimApp;

beforeAll(async () => {
  scim = await startScim();
});
afterAll(() => scim.close());

it(`Okta's SPEC suite ${existsSync(RUNNER) ? 'passes in full' : 'is not at hand'}`, async () => {
  if (!existsSync(RUNNER)) return;
  await scim.app.listen(0, '127.0.0.1');
  const { integrationId, token } = await scim.client();
  const env = {
    ...process.env,
    BASE_URL: `${await scim.app.getUrl()}/scim/v2/${integrationId}`,
    AUTH: `Bearer ${token}`,
  };
  const { stdout } = await promisify(execFile)(process.execPath, [RUNNER], { env });
  expect(stdout).toMatch(/12 passed, 0 failed\n$/);
});
