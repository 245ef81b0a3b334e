import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Admin, AdminRole, CurrentAdmin, RequireRole } from '@rollcall/tenancy';
import { HeldChanges } from '../directory-changes/held-changes.js';

@Resolver()
export class HeldRegistrationsResolver {
  constructor(private readonly changes: HeldChanges) {}

  @Mutation(() => Int, {
    description: 'Writes the changes of the directory that the safety cap holds, and discarded ones. Returns how many.',
  })
  @RequireRole(AdminRole.OPERATOR)
  async approveHeldRegistrations(
    @CurrentAdmin() admin: Admin,
    @Args('integrationId', { type: () => ID }) integrationId: string,
  ): Promise<number> {
    return this.changes.approve(admin, integrationId);
  }

  @Mutation(() => Int, {
    description:
      'Leaves the target as it is for the changes that the safety cap holds, until the directory changes these people again. Returns how many.',
  })
  @RequireRole(AdminRole.OPERATOR)
  async discardHeldRegistrations(
    @CurrentAdmin() admin: Admin,
    @Args('integrationId', { type: () => ID }) integrationId: string,
  ): Promise<number> {
    return this.changes.discard(admin, integrationId);
  }
}
