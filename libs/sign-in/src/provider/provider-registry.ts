import { Injectable } from '@nestjs/common';
import { Clock, isId } from '@rollcall/platform';
import { SignInRepository } from '../settings/sign-in.repository.js';
import { type BuiltProvider, ProviderFactory } from './provider-factory.js';

/** Maximum number of providers in memory. The least recently used provider is removed first. */
const MAX_PROVIDERS = 200;
const MAX_TENANTS = 10_000;
const RECENT_MS = 1_000;

interface KeptProvider {
  version: string;
  built: Promise<BuiltProvider>;
  until?: Date | undefined;
  /** When the provider's version was last compared with the stored version, in milliseconds. */
  checkedAt: number;
}

/**
 * Caches the providers of integrations; each is built on first use. Each request compares the provider's version with
 * the stored version, so that a change applies from the next request on.
 */
@Injectable()
export class ProviderRegistry {
  private readonly providers = new Map<string, KeptProvider>();
  private readonly tenants = new Map<string, string>();

  constructor(
    private readonly repository: SignInRepository,
    private readonly factory: ProviderFactory,
    private readonly clock: Clock,
  ) {}

  /**
   * Like `get`, but does not read the database if it was read less than a second ago. Only for the steps of a flow
   * between the authorization request and the code. These steps issue nothing, and the statement that issues the code
   * checks that the provider is enabled.
   */
  async getRecent(integrationId: string): Promise<BuiltProvider | undefined> {
    const kept = this.providers.get(integrationId);
    const now = this.clock.now().getTime();
    return kept && now - kept.checkedAt < RECENT_MS ? kept.built : this.get(integrationId);
  }

  /** @returns undefined if the integration has no sign-in, or its sign-in is disabled */
  async get(integrationId: string): Promise<BuiltProvider | undefined> {
    const tenantId = isId(integrationId) ? await this.tenantOf(integrationId) : undefined;
    const row = tenantId === undefined ? undefined : await this.repository.find({ tenantId, integrationId });
    if (!row?.enabled) {
      this.providers.delete(integrationId);
      return undefined;
    }
    const kept = this.providers.get(integrationId);
    if (kept?.version === row.version && !(kept.until && kept.until <= this.clock.now())) {
      kept.checkedAt = this.clock.now().getTime();
      this.keep(integrationId, kept);
      return kept.built;
    }
    const built = this.factory.build(row);
    const entry: KeptProvider = { version: row.version, built, checkedAt: this.clock.now().getTime() };
    this.keep(integrationId, entry);
    try {
      entry.until = (await built).until;
    } catch (error) {
      if (this.providers.get(integrationId) === entry) this.providers.delete(integrationId);
      throw error;
    }
    return built;
  }

  private keep(integrationId: string, entry: KeptProvider): void {
    this.providers.delete(integrationId);
    this.providers.set(integrationId, entry);
    for (const oldest of this.providers.keys()) {
      if (this.providers.size <= MAX_PROVIDERS) break;
      this.providers.delete(oldest);
    }
  }

  /** The tenant is cached, because an integration never moves to another tenant. */
  private async tenantOf(integrationId: string): Promise<string | undefined> {
    const known = this.tenants.get(integrationId);
    if (known !== undefined) return known;
    const tenantId = await this.repository.tenantOf(integrationId);
    if (tenantId === undefined) return undefined;
    if (this.tenants.size >= MAX_TENANTS) this.tenants.clear();
    this.tenants.set(integrationId, tenantId);
    return tenantId;
  }
}
