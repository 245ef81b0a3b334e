import { Injectable } from '@nestjs/common';
import { AppConfig, type Caller, Clock, Database, DomainError, isId, mintToken, newId } from '@rollcall/platform';
import { enrollmentExpiry } from './enrollment-lifetime.js';
import { EnrollmentRepository } from './enrollment.repository.js';
import type { EnrollmentRow } from './enrollment.row.js';
import { Invitations } from './invitations.js';

export interface EnrollmentRequest {
  identityId: string;
  /** Seconds; defaults to seven days. */
  expiresIn?: number | null;
}

export interface CreatedEnrollment {
  id: string;
  /** The address of the link. It contains the token, which cannot be read later because only its hash is stored. */
  url: string;
  expiresAt: Date;
}

/** The address at which a person opens the link. */
export function enrollmentUrl({ publicUrl }: Pick<AppConfig, 'publicUrl'>, token: string): string {
  return `${publicUrl}/enroll/${token}`;
}

@Injectable()
export class EnrollmentService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: AppConfig,
    private readonly enrollments: EnrollmentRepository,
    private readonly invitations: Invitations,
  ) {}

  /**
   * Creates a link with which one person binds one passkey. Only the newest link of a person works, because creating a
   * link ends the earlier open ones. An administrator can therefore revoke a lost link by creating another.
   * @throws DomainError NOT_FOUND; CONFLICT (identity is suspended)
   */
  async createEnrollment(caller: Caller, { identityId, expiresIn }: EnrollmentRequest): Promise<CreatedEnrollment> {
    const expiresAt = enrollmentExpiry(this.clock.now(), expiresIn);
    const { token, hash } = mintToken('enroll', caller.tenantId);
    const id = newId();
    await this.database.transaction(async (tx) => {
      const identity = await this.invitations.invitee(tx, caller, identityId);
      await this.invitations.invite(tx, caller, identity, { id, hash, expiresAt });
    });
    return { id, url: enrollmentUrl(this.config, token), expiresAt };
  }

  /** Revokes a link. @throws DomainError NOT_FOUND; CONFLICT (the link was used or had ended) */
  async cancelEnrollment(caller: Caller, id: string): Promise<EnrollmentRow> {
    return this.database.transaction(async (tx) => {
      const enrollment = isId(id) ? await this.enrollments.find(tx, caller.tenantId, id) : undefined;
      if (!enrollment) throw DomainError.notFound('Enrollment link', id);
      const identity = await this.invitations.owner(tx, caller, enrollment.identity_id);
      if (!(await this.enrollments.cancel(tx, caller.tenantId, id, this.clock.now()))) {
        throw DomainError.conflict('This enrollment link was used, or has ended already.');
      }
      await this.invitations.withdraw(tx, caller, identity, id);
      return enrollment;
    });
  }

  /** The open links of these identities. Each identity has at most one. */
  async openOf({ tenantId }: Caller, identityIds: readonly string[]): Promise<EnrollmentRow[]> {
    return this.enrollments.openOf(this.database, tenantId, identityIds, this.clock.now());
  }
}
