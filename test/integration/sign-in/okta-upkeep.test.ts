import { generateKeyPairSync } from 'node:crypto';
import { IntegrationChecks } from '@rollcall/directory-integration';
import { ReconciliationService, ReconciliationWorker } from '@rollcall/okta-sync';
import { eventually } from '../../support/index.js';
import { OktaRig } from './okta-rig.js';
import { SignInApp } from './sign-in-app.js';

let on: SignInApp;
let rig: OktaRig;

beforeAll(async () => {
  on = await SignInApp.start();
});
afterAll(() => on?.stop());
beforeEach(async () => {
  rig = await OktaRig.start(on);
});
afterEach(() => rig?.stop());

describe('Okta and the sign-in stay in step', () => {
  it('does not revoke the client secret that Okta uses or may use, unless it is forced', async () => {
    const secretIds = async () =>
      (await on.signIns.secretsOf(rig.key)).filter(({ revoked_at }) => revoked_at === null).map(({ id }) => id);
    const revoke = async (secret: string, force?: boolean) => {
      const document = `mutation ($secret: ID!, $force: Boolean) {
        revokeSignInSecret(id: $secret, force: $force) { clientSecrets { heldByOkta revokedAt } } }`;
      const { errors } = await rig.ask(document, { secret, force });
      return errors?.[0];
    };
    const rotate = () => rig.ask(`mutation ($id: ID!) { rotateSignInSecret(integrationId: $id) { clientSecret } }`);

    // The identity provider was created in Okta by hand, so Rollcall cannot know which secret Okta uses.
    await rotate();
    const [, byHand] = await secretIds();
    expect(await revoke(byHand!)).toMatchObject({
      message: expect.stringContaining('cannot see which'),
      extensions: { code: 'CONFLICT' },
    });
    expect(await revoke(byHand!, true)).toBeUndefined();

    // A fault prevents the next rotation from reaching Okta, so Okta keeps the earlier secret.
    await rig.create();
    const [held] = await secretIds();
    rig.okta.org.faults.set([{ kinds: ['internal-error'] }]);
    await rotate();
    rig.okta.org.faults.set([]);
    expect(await revoke(held!)).toMatchObject({
      message: expect.stringContaining('Okta uses this client secret'),
      extensions: { code: 'CONFLICT' },
    });
    await rig.create();
    expect(await revoke(held!)).toBeUndefined();
    expect(await secretIds()).toHaveLength(1);
  });

  describe('updateSignIn', () => {
    const callback = () => `${rig.okta.url}/oauth2/v1/authorize/callback`;
    const elsewhere = 'https://id.acme.example/oauth2/v1/authorize/callback';
    const update = async (input: object, force?: boolean) => {
      const document = `mutation ($input: UpdateSignInInput!, $force: Boolean) {
        updateSignIn(input: $input, force: $force) { redirectUris privateKeyJwt } }`;
      const { errors } = await rig.ask(document, { input: { integrationId: rig.key.integrationId, ...input }, force });
      return errors?.[0];
    };
    const publicJwk = () => {
      const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      return JSON.stringify(publicKey.export({ format: 'jwk' }));
    };

    it('does not remove the redirect URI of Okta while the routing rule is active, unless it is forced', async () => {
      await rig.create();
      await rig.route(true);
      expect(await update({ redirectUris: [elsewhere] })).toMatchObject({
        message: expect.stringMatching(
          /^Okta's routing rule ".+" is active, and this removes the redirect URI .+callback/,
        ),
        extensions: { code: 'CONFLICT' },
      });
      const ada = await rig.person('ada@acme.example');
      expect(await rig.signInToOkta(ada.userName, ada.device)).toContain('ada@acme.example');
      expect(await update({ redirectUris: [callback(), elsewhere] })).toBeUndefined();
      expect(await update({ redirectUris: [elsewhere] }, true)).toBeUndefined();
    });

    it('does not change how the client authenticates while the routing rule is active', async () => {
      await rig.create();
      await rig.route(true);
      expect(await update({ clientJwks: publicJwk() })).toMatchObject({
        message: expect.stringContaining('refuses the client secret'),
        extensions: { code: 'CONFLICT' },
      });
      await rig.route(false);
      expect(await update({ clientJwks: publicJwk() })).toBeUndefined();
    });

    it('sends no request to Okta for a change that breaks nothing, and refuses a breaking change while Okta does not answer', async () => {
      rig.okta.org.faults.set([{ kinds: ['internal-error'] }]);
      expect(await update({ redirectUris: [callback(), elsewhere] })).toBeUndefined();
      expect(await update({ redirectUris: [elsewhere] })).toMatchObject({
        message: expect.stringContaining('cannot see whether'),
        extensions: { code: 'CONFLICT' },
      });
      rig.okta.org.faults.set([]);
      expect(await update({ redirectUris: [elsewhere] })).toBeUndefined();
    });
  });

  describe.each([
    [
      'disableSignIn',
      'mutation ($id: ID!, $force: Boolean) { disableSignIn(integrationId: $id, force: $force) { id } }',
    ],
    [
      'deleteDirectoryIntegration',
      'mutation ($id: ID!, $force: Boolean) { deleteDirectoryIntegration(id: $id, force: $force) }',
    ],
  ])('%s', (_name, document) => {
    const refusal = async () => (await rig.ask(document)).errors?.[0];

    it('is refused while the routing rule in Okta is active, and allowed once it is inactive', async () => {
      await rig.create();
      await rig.route(true);
      expect(await refusal()).toMatchObject({
        message: expect.stringMatching(/^Okta's routing rule ".+" is active.+Turn routing off first/),
        extensions: { code: 'CONFLICT' },
      });
      expect((await on.signIns.find(rig.key))?.enabled).toBe(true);
      await rig.route(false);
      expect(await refusal()).toBeUndefined();
      expect((await on.signIns.find(rig.key))?.enabled ?? false).toBe(false);
    });

    it('is refused for a rule that was activated directly in Okta since Rollcall last read it', async () => {
      await rig.create();
      rig.okta.org.routing.setStatus(rig.okta.org.routing.all[0]!.id, 'ACTIVE');
      expect(await refusal()).toMatchObject({ extensions: { code: 'CONFLICT' } });
    });

    it('is refused while Okta does not answer, and allowed if it is forced', async () => {
      rig.okta.org.faults.set([{ kinds: ['internal-error'] }]);
      expect(await refusal()).toMatchObject({
        message: expect.stringContaining('cannot see whether'),
        extensions: { code: 'CONFLICT' },
      });
      expect((await rig.ask(document, { force: true })).errors).toBeUndefined();
      expect((await on.signIns.find(rig.key))?.enabled ?? false).toBe(false);
    });
  });

  it("each reconciliation, also a dry run, compares Okta's settings for the sign-in", async () => {
    const { tenantId, integrationId } = rig.key;
    const reconciliations = on.app.get(ReconciliationService, { strict: false });
    await on.app.get(ReconciliationWorker, { strict: false }).start();
    const stored = async () => {
      const checks = await on.app.get(IntegrationChecks, { strict: false }).list(tenantId, integrationId);
      return checks.find(({ name }) => name === 'sign-in-provider')?.message;
    };
    const reconcile = async () => {
      const { id } = await reconciliations.start(rig.caller, { integrationId, dryRun: true });
      await eventually(async () => (await reconciliations.get(rig.caller, id)).status === 'SUCCEEDED');
    };
    await rig.create();
    expect(await stored()).toBeUndefined();
    await reconcile();
    expect(await stored()).toMatch(/is active and set up as it should be/);
    rig.okta.org.idps.update(rig.okta.org.idps.all[0]!.id, { status: 'INACTIVE' });
    await reconcile();
    expect(await stored()).toMatch(/is inactive in Okta/);
  });
});
