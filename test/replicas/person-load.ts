import type { Balancer } from './balancer.js';

export interface Target {
  integrationId: string;
  scimToken: string;
  adminToken: string;
}

/** A person as the server last confirmed them. The changes of one person are sent one at a time. */
export interface Person {
  login: string;
  oktaId: string;
  id: string;
  displayName: string;
  active: boolean;
  /** Ids of the person's passkeys that are bound. */
  passkeys: string[];
}

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** Creates and changes people like a provisioning thread of Okta, with only one change per person at a time. */
export class PersonLoad {
  readonly people: Person[] = [];
  readonly acknowledged = { created: 0, patched: 0, bound: 0, revoked: 0, read: 0 };

  constructor(
    private readonly name: string,
    private readonly balancer: Balancer,
    private readonly target: Target,
    private readonly random: () => number,
    private readonly newOktaUser: (login: string) => string,
  ) {}

  async run(until: () => boolean, most: number): Promise<void> {
    while (!until()) {
      if (this.people.length < most && (this.people.length < 2 || this.random() < 0.25)) await this.create();
      else await this.change(this.people[Math.floor(this.random() * this.people.length)] as Person);
    }
  }

  private async create(): Promise<void> {
    const login = `${this.name}.${this.people.length + 1}@rollcall.example`;
    const oktaId = this.newOktaUser(login);
    const body = { schemas: [USER], userName: login, externalId: oktaId, displayName: 'as created', active: true };
    const { status, text, repeated } = await this.scim('POST', '/Users', body);
    // A repeated request is answered with 409 if an earlier attempt created the person and its answer was lost.
    const made = status === 409 && repeated ? await this.lookUp(login) : (JSON.parse(text) as { id: string });
    if (status !== 201 && !(status === 409 && repeated)) throw new Error(`POST /Users: ${status} ${text}`);
    this.people.push({ login, oktaId, id: made.id, displayName: 'as created', active: true, passkeys: [] });
    this.acknowledged.created += 1;
  }

  private async lookUp(login: string): Promise<{ id: string }> {
    const filter = encodeURIComponent(`userName eq "${login}"`);
    const { text } = await this.scim('GET', `/Users?filter=${filter}`);
    const { Resources } = JSON.parse(text) as { Resources: [{ id: string }] };
    return Resources[0];
  }

  private async change(person: Person): Promise<void> {
    const dice = this.random();
    if (dice < 0.3) await this.patch(person, { displayName: `name ${Math.floor(this.random() * 1e9)}` });
    else if (dice < 0.4) await this.patch(person, { active: !person.active });
    else if (dice < 0.5) await this.read(person);
    else if (person.passkeys.length === 0) await this.bind(person);
    else await this.revoke(person);
  }

  private async patch(person: Person, value: Partial<Person>): Promise<void> {
    const body = { schemas: [PATCH], Operations: [{ op: 'replace', value }] };
    const { status, text } = await this.scim('PATCH', `/Users/${person.id}`, body);
    if (status >= 300) throw new Error(`PATCH: ${status} ${text}`);
    Object.assign(person, value);
    this.acknowledged.patched += 1;
  }

  private async read(person: Person): Promise<void> {
    const { status, text } = await this.scim('GET', `/Users/${person.id}`);
    const { displayName } = JSON.parse(text) as { displayName: string };
    if (status !== 200 || displayName !== person.displayName) {
      throw new Error(`${person.login}: acknowledged ${person.displayName}, read ${status} ${displayName}`);
    }
    this.acknowledged.read += 1;
  }

  private async bind(person: Person): Promise<void> {
    const { id } = await this.graphql<{ id: string }>(
      'mutation ($input: RecordPasskeyInput!) { made: recordPasskey(input: $input) { id } }',
      { input: { identityId: person.id, externalId: `${person.id}-${this.acknowledged.bound}` } },
    );
    person.passkeys.push(id);
    this.acknowledged.bound += 1;
  }

  private async revoke(person: Person): Promise<void> {
    await this.graphql('mutation ($id: ID!) { made: revokePasskey(id: $id) { id } }', { id: person.passkeys[0] });
    person.passkeys.shift();
    this.acknowledged.revoked += 1;
  }

  private scim(method: string, path: string, body?: object) {
    const { integrationId, scimToken } = this.target;
    return this.balancer.send({
      method,
      path: `/scim/v2/${integrationId}${path}`,
      headers: { authorization: `Bearer ${scimToken}` },
      ...(body && { body }),
    });
  }

  private async graphql<T>(query: string, variables: object): Promise<T> {
    for (;;) {
      const { text } = await this.balancer.send({
        method: 'POST',
        path: '/graphql',
        headers: { authorization: `Bearer ${this.target.adminToken}` },
        body: { query, variables },
      });
      const { data, errors } = JSON.parse(text) as {
        data?: { made: T };
        errors?: { message: string; extensions: { code: string } }[];
      };
      if (data?.made) return data.made;
      if (errors?.[0]?.extensions.code !== 'UNAVAILABLE') throw new Error(`${query}: ${text}`);
    }
  }
}
