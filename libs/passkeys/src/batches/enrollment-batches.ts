import { Injectable } from '@nestjs/common';
import { GroupSearch, type IdentityFilter, IdentitySearch } from '@rollcall/directory';
import { DirectoryIntegrationService } from '@rollcall/directory-integration';
import {
  AppConfig,
  AuditTrail,
  Clock,
  Database,
  DomainError,
  isId,
  type Tx,
  uniqueViolation,
} from '@rollcall/platform';
import type { Admin } from '@rollcall/tenancy';
import { enrollmentExpiry } from '../enrollments/enrollment-lifetime.js';
import { enrollmentUrl } from '../enrollments/enrollment.service.js';
import { batchToken, newBatchSecret } from './batch-secret.js';
import { BATCH_CHANNEL, EnrollmentBatchRepository } from './enrollment-batch.repository.js';
import type { EnrollmentBatchRow } from './enrollment-batch.row.js';

const LINKS_PER_PAGE = 500;

export interface BatchRequest {
  integrationId: string;
  /** If omitted, the batch is for all people of the integration. */
  groupId?: string | null;
  /** Seconds; defaults to seven days. */
  expiresIn?: number | null;
  /** True if open links are replaced; false if they are kept. */
  renew: boolean;
}

/** An enrollment link that a batch has created. */
export interface BatchLink {
  userName: string;
  displayName: string | null;
  email: string | null;
  url: string;
  expiresAt: Date;
}

export interface BatchLinkPage {
  links: BatchLink[];
  /** Start of the next page; null after the last page. */
  next: string | null;
}

/** The filter that selects the people of a batch. */
export function peopleOf(batch: { integrationId: string; groupId?: string | null }): IdentityFilter {
  return {
    integrationId: batch.integrationId,
    ...(batch.groupId != null && { groupId: batch.groupId }),
  };
}

/**
 * Enrollment links for many people at once. Administrators start, cancel and read batches with this service. A worker
 * processes the batches.
 */
@Injectable()
export class EnrollmentBatches {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: AppConfig,
    private readonly audit: AuditTrail,
    private readonly integrations: DirectoryIntegrationService,
    private readonly groups: GroupSearch,
    private readonly people: IdentitySearch,
    private readonly batches: EnrollmentBatchRepository,
  ) {}

  /** @throws DomainError NOT_FOUND; CONFLICT (another batch of the integration is under way) */
  async start(admin: Admin, request: BatchRequest): Promise<EnrollmentBatchRow> {
    const { integrationId, groupId = null, expiresIn, renew } = request;
    await this.requireScope(admin, integrationId, groupId);
    const now = this.clock.now();
    const batch = {
      tenant_id: admin.tenantId,
      integration_id: integrationId,
      group_id: groupId,
      actor: admin.actor,
      admin_token_id: admin.adminTokenId,
      created_at: now,
      expires_at: enrollmentExpiry(now, expiresIn),
      renew,
      total: await this.people.count(admin, peopleOf(request)),
    };
    try {
      return await this.database.transaction(async (tx) => {
        const row = await this.batches.insert(tx, batch, newBatchSecret());
        await this.batches.deleteOld(tx, admin.tenantId, integrationId);
        await this.record(tx, admin, row, 'started', { groupId, renew, expiresAt: batch.expires_at.toISOString() });
        await tx.execute(`select pg_notify($1, '')`, [BATCH_CHANNEL]);
        return row;
      });
    } catch (error) {
      if (uniqueViolation(error) !== 'enrollment_batches_active') throw error;
      throw DomainError.conflict(
        'Enrollment links are being made for this integration already. Wait until they are complete, or cancel that batch.',
      );
    }
  }

  /** @throws DomainError NOT_FOUND */
  async get(admin: Admin, id: string): Promise<EnrollmentBatchRow> {
    const row = isId(id) ? await this.batches.find(admin.tenantId, id) : undefined;
    if (!row) throw DomainError.notFound('Enrollment batch', id);
    return row;
  }

  /** Lists batches, newest first. Only 20 finished batches are kept per integration. @throws DomainError NOT_FOUND */
  async list(admin: Admin, integrationId: string, groupId?: string | null): Promise<EnrollmentBatchRow[]> {
    await this.requireScope(admin, integrationId, groupId ?? null);
    return this.batches.list(admin.tenantId, integrationId, groupId ?? undefined);
  }

  /**
   * Cancels a batch. Links that were already made stay valid. @throws DomainError NOT_FOUND; CONFLICT (the batch has
   * ended)
   */
  async cancel(admin: Admin, id: string): Promise<EnrollmentBatchRow> {
    const batch = await this.get(admin, id);
    return this.database.transaction(async (tx) => {
      const row = await this.batches.finish(tx, batch, 'CANCELLED');
      if (!row) throw DomainError.conflict('These enrollment links are complete already.');
      await this.record(tx, admin, row, 'cancelled', { created: row.created });
      return row;
    });
  }

  /**
   * A page of the links that may still be used. The links may be fetched repeatedly, for a day after the batch has
   * ended or until they are discarded.
   * @throws DomainError NOT_FOUND; CONFLICT (the batch is under way, or its links are discarded); BAD_USER_INPUT (from)
   */
  async fetchLinks(admin: Admin, id: string, from: string | null): Promise<BatchLinkPage> {
    if (from !== null && !isId(from)) throw DomainError.badInput('This is not the `next` of a page.', 'from');
    const batch = await this.get(admin, id);
    if (batch.finished_at === null) throw DomainError.conflict('These enrollment links are not complete yet.');
    const now = this.clock.now();
    if (batch.sealed_secret === null || (batch.links_until ?? now) <= now) {
      throw DomainError.conflict(
        'These links can no longer be fetched: they were discarded, or a day has passed. The links themselves stay valid. Create links again if they are lost.',
      );
    }
    const secret = this.batches.secretOf(batch);
    if (from === null) {
      await this.database.transaction((tx) =>
        this.record(tx, admin, batch, 'links_fetched', { created: batch.created }),
      );
    }
    const rows = await this.batches.openLinks(batch, from, LINKS_PER_PAGE + 1, now);
    const page = rows.slice(0, LINKS_PER_PAGE);
    return {
      links: page.map((row) => ({
        userName: row.user_name,
        displayName: row.display_name,
        email: row.email,
        url: enrollmentUrl(this.config, batchToken(secret, batch.tenant_id, row.id).token),
        expiresAt: row.expires_at,
      })),
      next: rows.length > LINKS_PER_PAGE ? page.at(-1)!.id : null,
    };
  }

  /**
   * Discards the links: they can no longer be fetched, but people can still use them. @throws DomainError NOT_FOUND;
   * CONFLICT (the batch is under way)
   */
  async discardLinks(admin: Admin, id: string): Promise<EnrollmentBatchRow> {
    const batch = await this.get(admin, id);
    if (batch.finished_at === null) throw DomainError.conflict('These enrollment links are not complete yet.');
    return this.database.transaction(async (tx) => {
      const row = await this.batches.discard(tx, admin.tenantId, id);
      if (row) await this.record(tx, admin, row, 'links_discarded', {});
      return row ?? batch;
    });
  }

  /** @throws DomainError NOT_FOUND */
  private async requireScope(admin: Admin, integrationId: string, groupId: string | null): Promise<void> {
    await this.integrations.get(admin, integrationId);
    if (groupId === null) return;
    const group = isId(groupId) ? await this.groups.find(admin, groupId) : undefined;
    if (group?.integrationId !== integrationId) throw DomainError.notFound('Group', groupId);
  }

  private record(
    tx: Tx,
    admin: Admin,
    batch: EnrollmentBatchRow,
    what: 'cancelled' | 'links_discarded' | 'links_fetched' | 'started',
    detail: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(tx, admin, {
      action: `enrollment_batch.${what}`,
      integrationId: batch.integration_id,
      subject: { type: 'enrollment_batch', id: batch.id },
      detail,
    });
  }
}
