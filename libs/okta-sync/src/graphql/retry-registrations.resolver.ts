import { Args, ArgsType, Field, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { FaultFree, isId } from '@rollcall/platform';
import { type Admin, AdminRole, CurrentAdmin, RequireRole } from '@rollcall/tenancy';
import { IsOptional } from 'class-validator';
import { RegistrationRetrier } from '../registration/registration-retrier.js';

@ArgsType()
class RetryRegistrationsArgs {
  @Field(() => ID) integrationId!: string;
  @IsOptional()
  @FaultFree((ids: string[]) => (ids.every(isId) ? undefined : 'Not an identity id'))
  @Field(() => [ID], { nullable: true })
  identityIds?: string[] | null;
}

@Resolver()
export class RetryRegistrationsResolver {
  constructor(private readonly retrier: RegistrationRetrier) {}

  @Mutation(() => Int, { description: 'Tries parked, unlinked and waiting registrations again now. Returns how many.' })
  @RequireRole(AdminRole.OPERATOR)
  async retryRegistrations(
    @CurrentAdmin() admin: Admin,
    @Args() { integrationId, identityIds }: RetryRegistrationsArgs,
  ): Promise<number> {
    return this.retrier.retry(admin, integrationId, identityIds ?? undefined);
  }
}
