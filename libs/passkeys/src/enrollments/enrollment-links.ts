import { Injectable } from '@nestjs/common';
import { type IdentityRecord, IdentityService } from '@rollcall/directory';
import { type Caller, CEREMONY_TIME, Clock, Database, readToken, type Tx } from '@rollcall/platform';
import { EnrollmentRefused } from './enrollment-refused.js';
import { type EnrollmentState, enrollmentState } from './enrollment-state.js';
import { EnrollmentRepository } from './enrollment.repository.js';
import type { EnrollmentRow } from './enrollment.row.js';

/** An enrollment that was found by the token of its link. */
export interface EnrollmentLink {
  state: EnrollmentState;
  enrollment: EnrollmentRow;
  identity: IdentityRecord;
  /** The person who has the link, as the actor of audit events. */
  caller: Caller;
}

/** Operations of the person who has a link. The link's token is their only credential. */
@Injectable()
export class EnrollmentLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly enrollments: EnrollmentRepository,
    private readonly identities: IdentityService,
  ) {}

  /** @returns undefined if the token is unknown; for a malformed token the database is not queried */
  async find(token: string): Promise<EnrollmentLink | undefined> {
    const read = readToken(token);
    if (read?.kind !== 'enroll') return undefined;
    const { tenantId } = read;
    const now = this.clock.now();
    const enrollment = await this.enrollments.findByToken(this.database, tenantId, read.hash, now);
    if (!enrollment) return undefined;
    const actor: Caller['actor'] = { type: 'ENROLLEE', id: enrollment.id, name: 'Holder of an enrollment link' };
    const identity = await this.identities.get({ tenantId, actor }, enrollment.integration_id, enrollment.identity_id);
    const caller = { tenantId, actor: { ...actor, name: identity.userName } };
    return { state: enrollmentState(enrollment, identity, now), enrollment, identity, caller };
  }

  /** @throws EnrollmentRefused if the link cannot be used now */
  async requireOpen(token: string): Promise<EnrollmentLink> {
    const link = await this.find(token);
    if (!link) throw new EnrollmentRefused('UNKNOWN');
    if (link.state !== 'OPEN') throw new EnrollmentRefused(link.state);
    return link;
  }

  /**
   * Starts a ceremony. It invalidates an earlier ceremony of the same link. @throws EnrollmentRefused if the link has
   * ended in the meantime
   */
  async begin({ enrollment }: EnrollmentLink, challenge: string): Promise<void> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + CEREMONY_TIME);
    const begun = await this.enrollments.beginCeremony(this.database, enrollment, { challenge, expiresAt, now });
    if (!begun) throw new EnrollmentRefused('EXPIRED');
  }

  /**
   * Marks the link as used. If two ceremonies finish at the same time, one of them is refused.
   * @throws EnrollmentRefused if the link was used or has ended, or another ceremony has begun
   */
  async spend(tx: Tx, { enrollment }: EnrollmentLink, identity: { active: boolean }): Promise<void> {
    const now = this.clock.now();
    if (!identity.active) throw new EnrollmentRefused('SUSPENDED');
    if (await this.enrollments.spend(tx, enrollment, enrollment.challenge ?? '', now)) return;
    const current = await this.enrollments.findByToken(tx, enrollment.tenant_id, enrollment.token_hash, now);
    if (!current) throw new EnrollmentRefused('UNKNOWN');
    const state = enrollmentState(current, identity, now);
    throw new EnrollmentRefused(state === 'OPEN' ? 'CEREMONY_EXPIRED' : state);
  }
}
