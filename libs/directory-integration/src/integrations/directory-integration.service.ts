import { Injectable } from '@nestjs/common';
import {
  AuditTrail,
  type Caller,
  Clock,
  Database,
  DomainError,
  encodeCursor,
  idSliceOf,
  isId,
  newId,
  type Page,
  type PageRequest,
  toPage,
  type Tx,
  uniqueViolation,
} from '@rollcall/platform';
import { DirectoryIntegrationRepository } from './directory-integration.repository.js';
import type { DirectoryIntegrationRow } from './directory-integration.row.js';
import type { DirectoryProvider } from './directory-provider.js';
import { ScimTouches } from './scim-touches.js';

@Injectable()
export class DirectoryIntegrationService {
  constructor(
    private readonly database: Database,
    private readonly integrations: DirectoryIntegrationRepository,
    private readonly touches: ScimTouches,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws CONFLICT (field `name`) if the tenant already has an integration with this name; upper and lower case count as equal */
  async create(
    caller: Caller,
    { name, provider }: { name: string; provider: DirectoryProvider },
  ): Promise<DirectoryIntegrationRow> {
    return this.transaction(name, async (tx) => {
      const integration = await this.integrations.insert(tx, {
        tenantId: caller.tenantId,
        id: newId(),
        name,
        provider,
        createdAt: this.clock.now(),
      });
      await this.audit.record(tx, caller, {
        action: 'integration.created',
        integrationId: integration.id,
        subject: { type: 'integration', id: integration.id },
        detail: { name, provider },
      });
      return integration;
    });
  }

  /** @throws NOT_FOUND, and the errors of `create` */
  async rename(caller: Caller, id: string, name: string): Promise<DirectoryIntegrationRow> {
    return this.transaction(name, async (tx) => {
      const before = isId(id) ? await this.integrations.lock(tx, caller.tenantId, id) : undefined;
      if (!before) throw notFound(id);
      if (before.name === name) return before;
      const integration = (await this.integrations.rename(tx, caller.tenantId, id, name))!;
      await this.audit.record(tx, caller, {
        action: 'integration.renamed',
        integrationId: id,
        subject: { type: 'integration', id },
        detail: { from: before.name, to: name },
      });
      return integration;
    });
  }

  /** Deletes the integration with its credentials, identities, groups and passkeys. Okta keeps the values last written. @throws NOT_FOUND */
  async delete(caller: Caller, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const integration = isId(id) ? await this.integrations.delete(tx, caller.tenantId, id) : undefined;
      if (!integration) throw notFound(id);
      await this.audit.record(tx, caller, {
        action: 'integration.deleted',
        integrationId: id,
        subject: { type: 'integration', id },
        detail: { name: integration.name },
      });
    });
  }

  async find(caller: Caller, id: string): Promise<DirectoryIntegrationRow | undefined> {
    return isId(id) ? this.integrations.find(caller.tenantId, id) : undefined;
  }

  /** @throws NOT_FOUND */
  async get(caller: Caller, id: string): Promise<DirectoryIntegrationRow> {
    const integration = await this.find(caller, id);
    if (!integration) throw notFound(id);
    return integration;
  }

  /** Like `get`. Also locks the integration until the transaction ends, so that it cannot be deleted. @throws NOT_FOUND */
  async lock(tx: Tx, caller: Caller, id: string): Promise<DirectoryIntegrationRow> {
    const integration = isId(id) ? await this.integrations.lock(tx, caller.tenantId, id) : undefined;
    if (!integration) throw notFound(id);
    return integration;
  }

  /** Oldest first. */
  async list(caller: Caller, page: PageRequest): Promise<Page<DirectoryIntegrationRow>> {
    const [rows, totalCount] = await Promise.all([
      this.integrations.list(caller.tenantId, idSliceOf(page, 'asc')),
      this.integrations.count(caller.tenantId),
    ]);
    return toPage(rows, page, totalCount, ({ id }) => encodeCursor([id]));
  }

  /** Records the time of a SCIM request, accurate to 10 seconds. Returns without waiting for the database. */
  touchLastScimRequest(tenantId: string, integrationId: string): void {
    this.touches.note(tenantId, integrationId);
  }

  private async transaction<T>(name: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.database.transaction(work);
    } catch (error) {
      if (uniqueViolation(error) !== 'directory_integrations_name') throw error;
      throw DomainError.conflict(`There is already a directory integration named ${name}.`, 'name');
    }
  }
}

function notFound(id: string): DomainError {
  return DomainError.notFound('Directory integration', id);
}
