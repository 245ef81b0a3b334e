import { ArgsType, Field, GraphQLISODateTime, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { PageArgs } from '@rollcall/platform';
import { EnrollmentStatus } from '../identities/enrollment-status.js';
import { IdentityOrderField, type IdentityOrder, SortDirection } from '../identities/identity-order.js';
import { IdentityStatus } from '../identities/identity-status.js';
import { RegistrationState } from '../registration/registration-state.js';

registerEnumType(IdentityOrderField, {
  name: 'IdentityOrderField',
  valuesMap: { USER_NAME: { description: 'By userName in any letter case.' } },
});
registerEnumType(SortDirection, { name: 'SortDirection' });

@InputType('IdentityOrder')
export class IdentityOrderInput implements IdentityOrder {
  @Field(() => IdentityOrderField)
  field!: IdentityOrderField;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC })
  direction!: SortDirection;
}

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

  @Field(() => ID, { nullable: true, description: 'Members of this group only.' })
  groupId?: string;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Created or changed by the directory after this time (see updatedAt).',
  })
  updatedAfter?: Date;

  @Field(() => IdentityOrderInput, { nullable: true, description: 'Defaults to the order of creation.' })
  orderBy?: IdentityOrderInput;
}

@ArgsType()
export class GroupsArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  integrationId?: string;

  @Field(() => String, { nullable: true, description: 'Part of the displayName, in any letter case.' })
  search?: string;
}
