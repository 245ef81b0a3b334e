import { Injectable, Logger } from '@nestjs/common';
import { IdentitySearch } from '@rollcall/directory';
import { type Caller, Clock, Database, encodeCursor, newId, type Tx } from '@rollcall/platform';
import { AdminRole, AdminTokenService } from '@rollcall/tenancy';
import { IdentityLock } from '../bindings/identity-lock.js';
import { Invitations } from '../enrollments/invitations.js';
import { batchToken } from './batch-secret.js';
import { EnrollmentBatchRepository } from './enrollment-batch.repository.js';
import type { EnrollmentBatchRow } from './enrollment-batch.row.js';
import { peopleOf } from './enrollment-batches.js';

/**
 * People per transaction. The number is small, because the transaction locks the rows of these people until it ends.
 */
const PEOPLE_PER_STEP = 25;
const MAX_FAILURES = 5;

/** A batch that this process has leased, with the secret from which its links are computed. */
interface Work {
  batch: EnrollmentBatchRow;
  secret: string;
  caller: Caller;
}

/** The result for one person: a new enrollment, or the reason why none was created. */
type Outcome = { enrollmentId: string } | 'KEPT' | 'LEFT_OUT';

/**
 * Processes a batch, a few people per transaction. If another worker takes the batch over, it continues after the last
 * person that was processed.
 */
@Injectable()
export class BatchExecution {
  private readonly log = new Logger(BatchExecution.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: IdentitySearch,
    private readonly identityLock: IdentityLock,
    private readonly invitations: Invitations,
    private readonly adminTokens: AdminTokenService,
    private readonly batches: EnrollmentBatchRepository,
  ) {}

  /** @returns false if no batch is waiting */
  async carryOne(stop: AbortSignal): Promise<boolean> {
    const batch = await this.batches.claim();
    if (!batch) return false;
    try {
      const secret = this.batches.secretOf(batch);
      const work = { batch, secret, caller: { tenantId: batch.tenant_id, actor: batch.actor } };
      while (await this.step(work)) {
        if (!stop.aborted) continue;
        await this.batches.release(batch);
        break;
      }
    } catch (error) {
      this.log.warn(error);
      if ((await this.batches.fail(batch)) < MAX_FAILURES) return true;
      await this.batches.finish(
        this.database,
        batch,
        'FAILED',
        'It failed five times in a row. The log of the server says why.',
      );
    }
    return true;
  }

  /** Deletes the secrets of batches whose links may no longer be fetched. */
  async forgetOverdue(): Promise<void> {
    for (const { tenant_id, id } of await this.batches.overdue()) {
      await this.database.transaction((tx) => this.batches.discard(tx, tenant_id, id));
    }
  }

  /** @returns whether the batch has people left to process */
  private async step(work: Work): Promise<boolean> {
    const { batch, caller } = work;
    const filter = peopleOf({ integrationId: batch.integration_id, groupId: batch.group_id });
    const page = await this.people.search(caller, filter, {
      first: PEOPLE_PER_STEP,
      ...(batch.position !== null && { after: encodeCursor([batch.position]) }),
    });
    const last = page.nodes.at(-1);
    if (!last) {
      await this.batches.finish(this.database, batch, 'SUCCEEDED');
      return false;
    }
    const ids = page.nodes.map(({ id }) => id);
    const went = await this.database.transaction((tx) => this.inviteAll(tx, work, ids));
    batch.position = last.id;
    return went;
  }

  private async inviteAll(tx: Tx, work: Work, ids: readonly string[]): Promise<boolean> {
    const { batch } = work;
    if (!(await this.batches.hold(tx, batch))) return false;
    if (!(await this.mayGoOn(tx, batch))) {
      await this.batches.finish(tx, batch, 'FAILED', `${batch.actor.name} may no longer create enrollment links.`);
      return false;
    }
    const outcomes: Outcome[] = [];
    for (const id of ids) outcomes.push(await this.invite(tx, work, id));
    const made = outcomes.flatMap((outcome) => (typeof outcome === 'object' ? [outcome.enrollmentId] : []));
    await this.batches.addLinks(tx, batch, made);
    await this.batches.advance(tx, batch, {
      position: ids.at(-1)!,
      examined: ids.length,
      created: made.length,
      kept: outcomes.filter((outcome) => outcome === 'KEPT').length,
    });
    return true;
  }

  private async invite(tx: Tx, { batch, secret, caller }: Work, identityId: string): Promise<Outcome> {
    const identity = await this.identityLock.takeIfAny(tx, batch.tenant_id, identityId);
    if (!identity?.active || identity.activePasskeys > 0) return 'LEFT_OUT';
    const invited = identity.invitedUntil !== null && identity.invitedUntil > this.clock.now();
    if (invited && !batch.renew) return 'KEPT';
    const id = newId();
    const { hash } = batchToken(secret, batch.tenant_id, id);
    await this.invitations.invite(tx, caller, identity, { id, hash, expiresAt: batch.expires_at });
    return { enrollmentId: id };
  }

  /** Whether the administrator who started the batch still has the right to do so. */
  private async mayGoOn(tx: Tx, { tenant_id, admin_token_id }: EnrollmentBatchRow): Promise<boolean> {
    return admin_token_id === null || this.adminTokens.mayStill(tx, tenant_id, admin_token_id, AdminRole.OPERATOR);
  }
}
