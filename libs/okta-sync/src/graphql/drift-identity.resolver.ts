import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Identity, IdentitySearch, toIdentity } from '@rollcall/directory';
import { Clock, DomainError } from '@rollcall/platform';
import { type Admin, CurrentAdmin } from '@rollcall/tenancy';
import { Drift } from './drift.type.js';

@Resolver(() => Drift)
export class DriftIdentityResolver {
  constructor(
    private readonly identities: IdentitySearch,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => Identity, {
    nullable: true,
    description: 'Null for an unknown or since deleted person.',
  })
  async identity(@CurrentAdmin() admin: Admin, @Parent() { identityId }: Drift): Promise<Identity | null> {
    if (identityId === null) return null;
    try {
      return toIdentity(await this.identities.get(admin, identityId), this.clock.now());
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  }
}
