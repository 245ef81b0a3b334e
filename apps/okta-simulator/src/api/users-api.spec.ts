import { OktaSimulator } from '../okta-simulator.js';
import { ApiCaller } from './api-caller.js';

interface UserBody {
  id: string;
  status: string;
  profile: Record<string, unknown>;
}

const TRUE_SET = `/api/v1/users?limit=2&search=${encodeURIComponent('profile.byndidRegistered eq true')}`;

describe('Users API', () => {
  let now = Date.parse('2026-01-01T00:00:00Z');
  let simulator: OktaSimulator;
  let api: ApiCaller;

  beforeEach(async () => {
    simulator = await OktaSimulator.start({ registrationAttribute: true, now: () => now });
    api = new ApiCaller(simulator.url, simulator.apiToken);
  });
  afterEach(() => simulator.stop());

  const trueLogins = async (): Promise<unknown[]> =>
    (await api.pages<UserBody>(TRUE_SET)).flat().map((user) => user.profile['login']);

  it("returns the token's role for its owner, and no roles for ordinary people", async () => {
    const rolesOf = async (token: string, user: string): Promise<unknown[]> => {
      const { body } = await new ApiCaller(simulator.url, token).get<{ type: string }[]>(`/api/v1/users/${user}/roles`);
      return body.map(({ type }) => type);
    };
    const ada = simulator.addPerson('ada@rollcall.example');
    const weak = simulator.org.tokens.create({ ownerId: ada.id, role: 'read-only' });
    expect(await rolesOf(simulator.apiToken, 'me')).toEqual(['SUPER_ADMIN']);
    expect(await rolesOf(weak, ada.id)).toEqual(['READ_ONLY_ADMIN']);
    expect(await rolesOf(simulator.apiToken, ada.id)).toEqual([]);
  });

  it('answers a person by id, by login in any case, and the token owner as me', async () => {
    const ada = simulator.addPerson('Ada.Lovelace@rollcall.example');
    expect((await api.get<UserBody>(`/api/v1/users/${ada.id}`)).body.profile['login']).toBe(
      'Ada.Lovelace@rollcall.example',
    );
    expect((await api.get<UserBody>('/api/v1/users/ada.lovelace%40rollcall.example')).body.id).toBe(ada.id);
    expect((await api.get<UserBody>('/api/v1/users/me')).body.profile['login']).toBe('admin@okta.example');
    expect((await api.get('/api/v1/users/nobody')).body).toMatchObject({ errorCode: 'E0000007', errorCauses: [] });
  });

  it('omits the parts of a response that the Content-Type lists', async () => {
    const ada = simulator.addPerson('ada@rollcall.example');
    const read = async (path: string, contentType: string): Promise<unknown> => {
      const headers = { authorization: `SSWS ${simulator.apiToken}`, 'content-type': contentType };
      return (await fetch(`${simulator.url}/api/v1/users${path}`, { headers })).json();
    };
    const omit = 'application/json; okta-response=omitCredentialsLinks,omitCredentials';
    expect(await read(`/${ada.id}`, 'application/json')).toHaveProperty('credentials');
    expect(await read(`/${ada.id}`, omit)).not.toHaveProperty('credentials');
    expect(await read(`/${ada.id}`, omit)).toHaveProperty('profile.login', 'ada@rollcall.example');
    const [first] = (await read('?limit=1', omit)) as object[];
    expect(first).not.toHaveProperty('credentials');
  });

  it('a POST merges the profile, and a PUT sets properties that it does not contain to null', async () => {
    const ada = simulator.addPerson('ada@rollcall.example', { profile: { department: 'Engines' } });
    await api.post(`/api/v1/users/${ada.id}`, { profile: { byndidRegistered: true } });
    expect(simulator.person(ada.id).profile).toMatchObject({ department: 'Engines', byndidRegistered: true });

    const { login, email, firstName, lastName } = ada.profile;
    await api.call('PUT', `/api/v1/users/${ada.id}`, { profile: { login, email, firstName, lastName } });
    expect(simulator.person(ada.id).profile).toMatchObject({ department: null, byndidRegistered: null });
    expect(simulator.writes.all.map(({ method, changed }) => ({ method, changed }))).toEqual([
      { method: 'POST', changed: true },
      { method: 'PUT', changed: true },
    ]);
  });

  it('shows a write to search only after the lag, and to GET at once', async () => {
    const ada = simulator.addPerson('ada@rollcall.example');
    simulator.org.index.lagMs = 5000;
    await api.post(`/api/v1/users/${ada.id}`, { profile: { byndidRegistered: true } });
    expect((await api.get<UserBody>(`/api/v1/users/${ada.id}`)).body.profile['byndidRegistered']).toBe(true);
    expect(await trueLogins()).toEqual([]);
    now += 5000;
    expect(await trueLogins()).toEqual(['ada@rollcall.example']);
  });

  it('pages the true-set by opaque Link cursors, DEPROVISIONED included; the plain list omits them', async () => {
    const people = simulator.addPeople(5);
    for (const person of people) simulator.setProfile(person.id, { byndidRegistered: true });
    simulator.addPerson('other@rollcall.example');
    simulator.changeStatus('person.3@rollcall.example', 'deactivate');
    const pages = await api.pages<UserBody>(TRUE_SET);
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(pages.flat().map((user) => user.id)).toEqual(people.map((person) => person.id));
    const listed = (await api.pages<UserBody>('/api/v1/users?limit=3')).flat();
    expect(listed.map((user) => user.profile['login'])).not.toContain('person.3@rollcall.example');
    expect(listed).toHaveLength(6);
  });

  it.each([
    ['filter', 'profile.byndidRegistered eq true'],
    ['search', 'profile.byndidRegistered ne true'],
    ['search', 'profile.unknown eq true'],
    ['search', 'profile.byndidRegistered eq'],
  ])('refuses %s=%s with E0000031', async (parameter, expression) => {
    const answer = await api.get(`/api/v1/users?${parameter}=${encodeURIComponent(expression)}`);
    expect([answer.status, answer.body['errorCode']]).toEqual([400, 'E0000031']);
  });

  it('combines comparisons with and, or and parentheses', async () => {
    simulator.addPeople(3);
    simulator.changeStatus('person.2@rollcall.example', 'suspend');
    const expression = '(profile.login sw "person.1" or profile.login co "person.2") and status eq "SUSPENDED"';
    const { body } = await api.get<UserBody[]>(`/api/v1/users?search=${encodeURIComponent(expression)}`);
    expect(body.map((user) => user.profile['login'])).toEqual(['person.2@rollcall.example']);
  });

  it('refuses writes in the words of the error reference', async () => {
    const ada = simulator.addPerson('ada@rollcall.example');
    const refusal = async (body: unknown = { profile: { byndidRegistered: true } }): Promise<unknown[]> => {
      const answer = await api.post(`/api/v1/users/${ada.id}`, body);
      return [answer.status, answer.body['errorCode']];
    };
    expect(await refusal({ profile: { byndidRegistered: 'true' } })).toEqual([400, 'E0000001']);
    expect(await refusal({ profile: { unheardOf: true } })).toEqual([400, 'E0000001']);
    simulator.org.users.update(simulator.person(ada.id), { transitioningToStatus: 'ACTIVE' });
    expect(await refusal()).toEqual([409, 'E0000112']);
    simulator.org.users.update(simulator.person(ada.id), { transitioningToStatus: null, provider: 'ACTIVE_DIRECTORY' });
    simulator.addAttribute('byndidRegistered', { master: { type: 'PROFILE_MASTER' } });
    expect(await refusal()).toEqual([403, 'E0000023']);
    simulator.changeStatus(ada.id, 'deactivate');
    expect(await refusal()).toEqual([403, 'E0000038']);
    simulator.removeAttribute();
    simulator.changeStatus(ada.id, 'activate');
    expect(await refusal()).toEqual([400, 'E0000001']);
  });

  it('allows only super administrators to change super administrators, and refuses expired tokens', async () => {
    const admin = simulator.person('admin@okta.example');
    const lesser = simulator.org.tokens.create({ ownerId: admin.id, role: 'org-admin', expiresInMs: 1000 });
    const as = new ApiCaller(simulator.url, lesser);
    const write = { profile: { byndidRegistered: true } };
    expect((await as.post(`/api/v1/users/${admin.id}`, write)).body['errorCode']).toBe('E0000006');
    expect((await api.post(`/api/v1/users/${admin.id}`, write)).status).toBe(200);
    now += 1000;
    const dead = await as.get('/api/v1/users/me');
    expect([dead.status, dead.body['errorCode'], dead.body['errorLink']]).toEqual([401, 'E0000011', 'E0000011']);
  });
});
