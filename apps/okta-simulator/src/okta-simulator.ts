import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { RateLimits } from './org/rate-limiter.js';
import { EventHooks } from './event-hooks/event-hooks.js';
import { buildOktaApi } from './okta-api.js';
import { OktaOrg } from './org/okta-org.js';
import { loginOf, type OktaUser, type Profile } from './org/okta-user.js';
import type { NewUser } from './org/user-directory.js';
import type { SchemaAttribute } from './org/user-schemas.js';
import type { RoutingRule } from './org/routing-rules.js';
import { ScimApp, type ScimAppOptions } from './provisioning/scim-app.js';
import { changeStatus } from './api/lifecycle.js';

export interface OktaSimulatorOptions {
  /** The port to listen on. If unset, any free port is used. */
  port?: number;
  /** Seed for the faults, and for the order and duplicates of event hooks; defaults to 1. */
  seed?: number;
  /** The current time in milliseconds since the epoch; defaults to the machine's clock. */
  now?: () => number;
  rateLimits?: Partial<RateLimits>;
  /** Whether the registration attribute exists from the start; defaults to false, as in a new org. */
  registrationAttribute?: boolean;
  /** Adds the caller's own routes before the server listens. */
  extend?: (app: FastifyInstance, simulator: OktaSimulator) => Promise<void>;
}

export type NewPerson = Partial<Omit<NewUser, 'profile' | 'typeId'>> & { userType?: string; profile?: Profile };

const ATTRIBUTE = 'byndidRegistered';
const REGISTRATION: SchemaAttribute = {
  title: 'Beyond Identity Registration Status',
  type: 'boolean',
  master: { type: 'OKTA' },
};

/** A simulated Okta org on loopback: Users and Schemas API, provisioning, routing, event hooks, and fault injection. */
export class OktaSimulator {
  /** The API token of the org's super administrator. It is valid from the start. */
  readonly apiToken: string;
  readonly hooks: EventHooks;

  private constructor(
    readonly org: OktaOrg,
    private readonly server: FastifyInstance,
    seed: number,
  ) {
    const admin = this.addPerson('admin@okta.example', {
      superAdmin: true,
      profile: { firstName: 'Org', lastName: 'Admin' },
    });
    this.apiToken = org.tokens.create({ ownerId: admin.id });
    this.hooks = new EventHooks(org.events, seed);
  }

  static async start(options: OktaSimulatorOptions = {}): Promise<OktaSimulator> {
    const seed = options.seed ?? 1;
    const org = new OktaOrg(options.now ?? Date.now, seed);
    org.limits.limits = { ...org.limits.limits, ...options.rateLimits };
    const server = await buildOktaApi(org);
    const simulator = new OktaSimulator(org, server, seed);
    if (options.registrationAttribute) simulator.addAttribute();
    await options.extend?.(server, simulator);
    await server.listen({ host: '127.0.0.1', port: options.port ?? 0 });
    org.baseUrl = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    return simulator;
  }

  /** E.g. `http://127.0.0.1:4001`. */
  get url(): string {
    return this.org.baseUrl;
  }

  /** The Okta domain to type into Rollcall, e.g. `127.0.0.1:4001`. */
  get domain(): string {
    return new URL(this.url).host;
  }

  get writes(): OktaOrg['writes'] {
    return this.org.writes;
  }

  addPerson(login: string, person: NewPerson = {}): OktaUser {
    const { userType = 'default', profile, ...rest } = person;
    if (this.org.users.find(login)) throw new Error(`${login} is in the simulated org already`);
    const [local = login] = login.split('@');
    const [firstName = local, lastName = 'Person'] = local.split('.').map(capitalized);
    return this.org.users.add({
      ...rest,
      typeId: this.org.schemas.type(userType)?.id ?? this.org.schemas.defaultType.id,
      profile: { firstName, lastName, email: login, ...profile, login },
    });
  }

  /** `person1@…` to `personN@…`, in that order. */
  addPeople(count: number, prefix = 'person'): OktaUser[] {
    return Array.from({ length: count }, (_, index) => this.addPerson(`${prefix}.${index + 1}@rollcall.example`));
  }

  person(idOrLogin: string): OktaUser {
    const user = this.org.users.find(idOrLogin);
    if (!user) throw new Error(`${idOrLogin} is not in the simulated org`);
    return user;
  }

  /** Changes a profile as an administrator or another tool would. The write log does not record the change. */
  setProfile(idOrLogin: string, change: Profile): OktaUser {
    const user = this.person(idOrLogin);
    return this.org.users.update(user, { profile: { ...user.profile, ...change } });
  }

  /** `activate`, `deactivate`, `suspend`, `unsuspend`, … */
  changeStatus(idOrLogin: string, operation: string): OktaUser {
    return changeStatus(this.org, this.person(idOrLogin), operation, 'administrator');
  }

  /** Adds the attribute to a user type's schema. */
  addAttribute(name = ATTRIBUTE, attribute: Partial<SchemaAttribute> = {}, userType = 'default'): void {
    const type = this.org.schemas.type(userType) ?? this.org.schemas.defaultType;
    this.org.schemas.setAttribute(type.id, name, { ...REGISTRATION, ...attribute });
  }

  removeAttribute(name = ATTRIBUTE, userType = 'default'): void {
    const type = this.org.schemas.type(userType) ?? this.org.schemas.defaultType;
    this.org.schemas.removeAttribute(type.id, name);
    for (const user of this.org.users.from()) {
      if (user.typeId === type.id && name in user.profile)
        this.org.users.update(user, { profile: without(user.profile, name) });
    }
  }

  /** Logins of the people whose attribute is true now, sorted. A search in Okta would return them with a delay. */
  trueSet(name = ATTRIBUTE): string[] {
    return [...this.org.users.from()]
      .filter((user) => user.profile[name] === true)
      .map(loginOf)
      .sort();
  }

  /**
   * Adds the routing rule of the customer's guide: people whose attribute equals `true` are sent to the passkey
   * provider.
   * @param to an identity provider of the org; if omitted, the rule leads to a page that only shows a provider's name
   */
  addRoutingRule(
    attribute = ATTRIBUTE,
    value = 'true',
    to: { providerId?: string; shouldFallBackToOkta?: boolean } = {},
  ): RoutingRule {
    const { providerId, shouldFallBackToOkta = false } = to;
    return this.org.routing.add({
      name: 'Passkey sign-in',
      conditions: { userIdentifier: { type: 'ATTRIBUTE', attribute, patterns: [{ matchType: 'EQUALS', value }] } },
      providers: [{ type: 'OIDC', ...(providerId === undefined ? { name: 'Rollcall' } : { id: providerId }) }],
      shouldFallBackToOkta,
    });
  }

  addScimApp(options: ScimAppOptions): ScimApp {
    return new ScimApp(options, this.org.users, this.org.events);
  }

  /** Delays API requests until `resume` is called. A request is not handled if its client disconnects before that. */
  pause(): void {
    this.org.gate.close();
  }

  resume(): void {
    this.org.gate.open();
  }

  /** Number of sockets whose client is still connected. */
  openConnections(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
    });
  }

  async stop(): Promise<void> {
    this.hooks.stop();
    this.resume();
    await this.server.close();
  }
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function without(profile: Profile, name: string): Profile {
  return Object.fromEntries(Object.entries(profile).filter(([key]) => key !== name));
}
