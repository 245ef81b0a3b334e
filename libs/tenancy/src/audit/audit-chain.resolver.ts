import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { AuditChain, DomainError } from '@rollcall/platform';
import type { Admin } from '../access/admin.js';
import { AdminRole } from '../access/admin-role.js';
import { CurrentAdmin } from '../access/current-admin.decorator.js';
import { RequireRole } from '../access/require-role.decorator.js';
import { AuditChainHead, AuditVerification, toAuditChainHead, toAuditVerification } from './audit-chain.type.js';

@Resolver()
export class AuditChainResolver {
  constructor(private readonly chain: AuditChain) {}

  @Query(() => AuditChainHead)
  @RequireRole(AdminRole.VIEWER)
  async auditChainHead(@CurrentAdmin() admin: Admin): Promise<AuditChainHead> {
    return toAuditChainHead(await this.chain.head(admin));
  }

  @Query(() => AuditVerification, { description: 'Recomputes a part of the seals after `sequence`.' })
  @RequireRole(AdminRole.OPERATOR)
  async verifyAuditChain(
    @CurrentAdmin() admin: Admin,
    @Args('sequence', { type: () => Int, nullable: true }) sequence?: number | null,
    @Args('hash', { type: () => String, nullable: true, description: 'Of that seal.' }) hash?: string | null,
  ): Promise<AuditVerification> {
    return toAuditVerification(await this.chain.verify(admin, pointOf(sequence ?? undefined, hash ?? undefined)));
  }
}

/** @throws BAD_USER_INPUT unless both or none are given */
function pointOf(sequence: number | undefined, hash: string | undefined) {
  if (sequence === undefined && hash === undefined) return undefined;
  if (sequence === undefined || sequence < 0)
    throw DomainError.badInput('A sequence from 0 on goes with a hash.', 'sequence');
  if (hash === undefined || !/^[0-9a-f]{64}$/i.test(hash)) {
    throw DomainError.badInput('The hash is SHA-256, 64 hexadecimal digits.', 'hash');
  }
  return { sequence, hash: Buffer.from(hash, 'hex') };
}
