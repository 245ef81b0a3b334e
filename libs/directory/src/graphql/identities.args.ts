import { ArgsType, Field, ID } from '@nestjs/graphql';
import { PageArgs } from '@rollcall/platform';
import { EnrollmentStatus } from '../identities/enrollment-status.js';
import { IdentityStatus } from '../identities/identity-status.js';
import { RegistrationState } from '../registration/registration-state.js';

@ArgsType()
export class IdentitiesArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  integrationId?: string;

  @Field(() => String, { nullable: true, description: 'Part of userName, displayName or email, in any letter case.' })
  search?: string;

  @Field(() => IdentityStatus, { nullable: true })
  status?: IdentityStatus;

  @Field(() => EnrollmentStatus, { nullable: true })
  enrollmentStatus?: EnrollmentStatus;

  @Field(() => RegistrationState, { nullable: true })
  registrationState?: RegistrationState;
}

@ArgsType()
export class GroupsArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  integrationId?: string;

  @Field(() => String, { nullable: true, description: 'Part of the displayName, in any letter case.' })
  search?: string;
}
