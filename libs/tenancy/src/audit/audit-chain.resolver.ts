import { Args, ArgsType, Field, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { AuditChain, DomainError, isId } from '@rollcall/platform';
import { IsOptional, Matches, Min } from 'class-validator';
import type { Admin } from '../access/admin.js';
import { AdminRole } from '../access/admin-role.js';
import { CurrentAdmin } from '../access/current-admin.decorator.js';
import { RequireRole } from '../access/require-role.decorator.js';
import { TenantRepository } from '../tenants/tenant.repository.js';
import {
  AuditChainHead,
  AuditVerification,
  TenantAuditChainHead,
  toAuditChainHead,
  toAuditVerification,
} from './audit-chain.type.js';

const SEQUENCE_WITH_HASH = 'A sequence from 0 on goes with a hash.';

@ArgsType()
class VerifyAuditChainArgs {
  @IsOptional()
  @Min(0, { message: SEQUENCE_WITH_HASH })
  @Field(() => Int, { nullable: true })
  sequence?: number | null;

  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/i, { message: 'The hash is SHA-256, 64 hexadecimal digits.' })
  @Field(() => String, { nullable: true, description: 'Of that seal.' })
  hash?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Defaults to your own; others for the root administrator only.',
  })
  tenantId?: string | null;
}

@Resolver()
export class AuditChainResolver {
  constructor(
    private readonly chain: AuditChain,
    private readonly tenants: TenantRepository,
  ) {}

  @Query(() => AuditChainHead)
  @RequireRole(AdminRole.VIEWER)
  async auditChainHead(@CurrentAdmin() admin: Admin): Promise<AuditChainHead> {
    return toAuditChainHead(await this.chain.head(admin));
  }

  @Query(() => [TenantAuditChainHead], { description: 'Of every tenant for the root administrator, else of your own.' })
  @RequireRole(AdminRole.VIEWER)
  async auditChainHeads(@CurrentAdmin() admin: Admin): Promise<TenantAuditChainHead[]> {
    const tenants = admin.root ? await this.tenants.list() : [await this.tenants.find(admin.tenantId)];
    const heads: TenantAuditChainHead[] = [];
    for (const tenant of tenants) {
      if (tenant === undefined) continue;
      const head = await this.chain.head({ ...admin, tenantId: tenant.id });
      heads.push({ ...toAuditChainHead(head), tenantId: tenant.id, tenantName: tenant.name });
    }
    return heads;
  }

  @Query(() => AuditVerification, { description: 'Recomputes a part of the seals after `sequence`.' })
  @RequireRole(AdminRole.OPERATOR)
  async verifyAuditChain(
    @CurrentAdmin() admin: Admin,
    @Args() { sequence, hash, tenantId }: VerifyAuditChainArgs,
  ): Promise<AuditVerification> {
    const point = pointOf(sequence ?? undefined, hash ?? undefined);
    return toAuditVerification(await this.chain.verify(await this.callerOf(admin, tenantId ?? admin.tenantId), point));
  }

  /** @throws DomainError NOT_FOUND */
  private async callerOf(admin: Admin, tenantId: string): Promise<Pick<Admin, 'tenantId' | 'actor'>> {
    if (tenantId === admin.tenantId) return admin;
    const isKnown = admin.root && isId(tenantId) && (await this.tenants.find(tenantId)) !== undefined;
    if (!isKnown) throw DomainError.notFound('Tenant', tenantId);
    return { tenantId, actor: admin.actor };
  }
}

/** @throws BAD_USER_INPUT if only one of the two is given */
function pointOf(sequence: number | undefined, hash: string | undefined) {
  if (sequence === undefined && hash === undefined) return undefined;
  if (sequence === undefined) throw DomainError.badInput(SEQUENCE_WITH_HASH, 'sequence');
  if (hash === undefined) throw DomainError.badInput(SEQUENCE_WITH_HASH, 'hash');
  return { sequence, hash: Buffer.from(hash, 'hex') };
}
