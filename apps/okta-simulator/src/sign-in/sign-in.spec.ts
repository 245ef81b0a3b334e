import { OktaSimulator } from '../okta-simulator.js';

describe('sign-in routing', () => {
  let simulator: OktaSimulator;

  beforeEach(async () => {
    simulator = await OktaSimulator.start({ registrationAttribute: true });
    simulator.addPerson('ada@rollcall.example');
  });
  afterEach(() => simulator.stop());

  const pageFor = async (login: string): Promise<string> => {
    const response = await fetch(`${simulator.url}/signin/route?login=${encodeURIComponent(login)}`);
    return ((await response.json()) as { page: string }).page;
  };

  it('sends people to the passkey page exactly when the attribute is true', async () => {
    simulator.addRoutingRule();
    expect(await pageFor('ada@rollcall.example')).toBe('password');
    simulator.setProfile('ada@rollcall.example', { byndidRegistered: false });
    expect(await pageFor('ada@rollcall.example')).toBe('password');
    simulator.setProfile('ada@rollcall.example', { byndidRegistered: true });
    expect(await pageFor('ADA@rollcall.example')).toBe('passkey');
    expect(await pageFor('nobody@rollcall.example')).toBe('password');
  });

  it('a rule with the pattern True never matches, because text is compared exactly', async () => {
    simulator.addRoutingRule('byndidRegistered', 'True');
    simulator.setProfile('ada@rollcall.example', { byndidRegistered: true });
    expect(await pageFor('ada@rollcall.example')).toBe('password');
  });

  it('shows both pages to people, with the login escaped', async () => {
    simulator.addRoutingRule();
    simulator.setProfile('ada@rollcall.example', { byndidRegistered: true });
    const html = async (login: string): Promise<string> =>
      (await fetch(`${simulator.url}/signin?login=${encodeURIComponent(login)}`)).text();
    expect(await html('ada@rollcall.example')).toContain('Sign in with your passkey');
    expect(await html('<script>')).toContain('&#60;script&#62;');
    expect(await html('')).toContain('name="login"');
  });
});
