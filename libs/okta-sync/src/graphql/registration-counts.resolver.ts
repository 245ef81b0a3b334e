import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RegistrationSync } from '@rollcall/directory-integration';
import { type Admin, CurrentAdmin } from '@rollcall/tenancy';
import { RegistrationLoaders } from './registration-loaders.js';

@Resolver(() => RegistrationSync)
export class RegistrationCountsResolver {
  constructor(private readonly loaders: RegistrationLoaders) {}

  @ResolveField(() => Int, { description: 'Waiting to be written to the target, retries included.' })
  async pendingCount(
    @Context() context: object,
    @CurrentAdmin() admin: Admin,
    @Parent() sync: RegistrationSync,
  ): Promise<number> {
    return (await this.counts(context, admin, sync))?.pending ?? 0;
  }

  @ResolveField(() => Int, { description: 'Given up until somebody acts: see the last error of each.' })
  async parkedCount(
    @Context() context: object,
    @CurrentAdmin() admin: Admin,
    @Parent() sync: RegistrationSync,
  ): Promise<number> {
    return (await this.counts(context, admin, sync))?.parked ?? 0;
  }

  @ResolveField(() => Int, { description: 'People whose attribute is known to be true at the target.' })
  async registeredCount(
    @Context() context: object,
    @CurrentAdmin() admin: Admin,
    @Parent() sync: RegistrationSync,
  ): Promise<number> {
    return (await this.counts(context, admin, sync))?.registered ?? 0;
  }

  private counts(context: object, { tenantId }: Admin, { integrationId }: RegistrationSync) {
    return this.loaders.of(context, tenantId).counts.load(integrationId);
  }
}
