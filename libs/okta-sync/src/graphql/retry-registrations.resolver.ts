import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { DomainError, isId } from '@rollcall/platform';
import { type Admin, AdminRole, CurrentAdmin, RequireRole } from '@rollcall/tenancy';
import { RegistrationRetrier } from '../registration/registration-retrier.js';

@Resolver()
export class RetryRegistrationsResolver {
  constructor(private readonly retrier: RegistrationRetrier) {}

  @Mutation(() => Int, { description: 'Tries parked, unlinked and waiting registrations again now. Returns how many.' })
  @RequireRole(AdminRole.OPERATOR)
  async retryRegistrations(
    @CurrentAdmin() admin: Admin,
    @Args('integrationId', { type: () => ID }) integrationId: string,
    @Args('identityIds', { type: () => [ID], nullable: true }) identityIds?: string[],
  ): Promise<number> {
    if (identityIds?.some((id) => !isId(id))) throw DomainError.badInput('Not an identity id', 'identityIds');
    return this.retrier.retry(admin, integrationId, identityIds ?? undefined);
  }
}
