import { generateKeyPairSync, randomBytes, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { IdentityProvider, IdpSettings } from './identity-provider.js';

/**
 * Links a user to an account at an identity provider. Okta follows the link even if later sign-ins have different
 * claims.
 */
export interface AccountLink {
  readonly idpId: string;
  readonly userId: string;
  /** The provider's `sub`. */
  readonly externalId: string;
  readonly created: number;
}

interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicJwk: JsonWebKey;
}

/** The identity providers of the org, and the account links of each provider. */
export class IdentityProviders {
  private providers: IdentityProvider[] = [];
  private links: AccountLink[] = [];
  private readonly keys = new Map<string, SigningKey>();

  constructor(private readonly now: () => number) {}

  get all(): readonly IdentityProvider[] {
    return this.providers;
  }

  find(id: string): IdentityProvider | undefined {
    return this.providers.find((provider) => provider.id === id);
  }

  /** Adds a provider, which is active at once. */
  add(settings: IdpSettings): IdentityProvider {
    const at = this.now();
    const id = `0oa1${randomBytes(5).toString('hex')}rCl697`;
    const added: IdentityProvider = { ...settings, id, status: 'ACTIVE', created: at, lastUpdated: at };
    this.providers.push(added);
    return added;
  }

  update(id: string, change: Partial<IdpSettings & Pick<IdentityProvider, 'status'>>): IdentityProvider {
    const before = this.find(id);
    if (!before) throw new Error(`no identity provider ${id}`);
    const after = { ...before, ...change, lastUpdated: this.now() };
    this.providers = this.providers.map((provider) => (provider.id === id ? after : provider));
    return after;
  }

  remove(id: string): void {
    this.providers = this.providers.filter((provider) => provider.id !== id);
    this.links = this.links.filter((link) => link.idpId !== id);
  }

  linksOf(idpId: string): readonly AccountLink[] {
    return this.links.filter((link) => link.idpId === idpId);
  }

  providersOf(userId: string): readonly IdentityProvider[] {
    return this.providers.filter(({ id }) => this.linkOfUser(id, userId));
  }

  linkOfSubject(idpId: string, externalId: string): AccountLink | undefined {
    return this.links.find((link) => link.idpId === idpId && link.externalId === externalId);
  }

  linkOfUser(idpId: string, userId: string): AccountLink | undefined {
    return this.links.find((link) => link.idpId === idpId && link.userId === userId);
  }

  link(idpId: string, userId: string, externalId: string): AccountLink {
    const link = { idpId, userId, externalId, created: this.now() };
    this.links.push(link);
    return link;
  }

  unlink(idpId: string, userId: string): void {
    this.links = this.links.filter((link) => link.idpId !== idpId || link.userId !== userId);
  }

  /** The key pair with which Okta authenticates itself at this provider (`private_key_jwt`) and signs requests (RS256). */
  signingKey(idpId: string): SigningKey {
    const known = this.keys.get(idpId);
    if (known) return known;
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const publicJwk = { ...publicKey.export({ format: 'jwk' }), kid: `${idpId}-key`, use: 'sig', alg: 'RS256' };
    const made = { privateKey, publicJwk };
    this.keys.set(idpId, made);
    return made;
  }
}
