import { Context, GraphQLISODateTime, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
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

  @ResolveField(() => Int, { description: 'Not retried until an administrator acts: see the last error of each.' })
  async parkedCount(
    @Context() context: object,
    @CurrentAdmin() admin: Admin,
    @Parent() sync: RegistrationSync,
  ): Promise<number> {
    return (await this.counts(context, admin, sync))?.parked ?? 0;
  }

  @ResolveField(() => Int, {
    description:
      'Turned off by the directory and held by the safety cap until an administrator approves or discards them.',
  })
  async heldCount(
    @Context() context: object,
    @CurrentAdmin() admin: Admin,
    @Parent() sync: RegistrationSync,
  ): Promise<number> {
    return (await this.counts(context, admin, sync))?.held ?? 0;
  }

  @ResolveField(() => Int, { description: 'People whose attribute is known to be true at the target.' })
  async registeredCount(
    @Context() context: object,
    @CurrentAdmin() admin: Admin,
    @Parent() sync: RegistrationSync,
  ): Promise<number> {
    return (await this.counts(context, admin, sync))?.registered ?? 0;
  }

  @ResolveField(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'When the waiting changes will have been written at the present limit of the target. Null when nothing waits or is written, or no limit is known.',
  })
  async estimatedCompletionAt(
    @Context() context: object,
    @CurrentAdmin() { tenantId }: Admin,
    @Parent() { integrationId }: RegistrationSync,
  ): Promise<Date | null> {
    return this.loaders.of(context, tenantId).estimates.load(integrationId);
  }

  private counts(context: object, { tenantId }: Admin, { integrationId }: RegistrationSync) {
    return this.loaders.of(context, tenantId).counts.load(integrationId);
  }
}
