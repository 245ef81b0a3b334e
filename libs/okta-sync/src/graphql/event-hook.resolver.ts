import {
  Args,
  Field,
  GraphQLISODateTime,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Parent,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { DirectoryIntegration } from '@rollcall/directory-integration';
import { type Admin, AdminRole, CurrentAdmin, RequireRole } from '@rollcall/tenancy';
import { EventHooks } from '../event-hooks/event-hooks.js';

@InputType()
export class ConfigureEventHookInput {
  @Field(() => ID) integrationId!: string;
}

@ObjectType({ description: 'What to enter in Okta under Workflow > Event Hooks.' })
export class ConfiguredOktaEventHook {
  @Field(() => String) url!: string;
  @Field(() => String, { description: 'Value of the Authorization header; shown once.' }) secret!: string;
}

@ObjectType({ description: "Okta's event hook: has changed people looked at within seconds." })
export class OktaEventHook {
  @Field(() => String) url!: string;
  @Field(() => String) lastFour!: string;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true, description: "When Okta's challenge was answered." })
  verifiedAt!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) lastEventAt!: Date | null;
}

@Resolver(() => DirectoryIntegration)
export class EventHookResolver {
  constructor(private readonly hooks: EventHooks) {}

  @ResolveField(() => OktaEventHook, { nullable: true, description: 'Null until configured.' })
  async eventHook(@CurrentAdmin() admin: Admin, @Parent() { id }: DirectoryIntegration): Promise<OktaEventHook | null> {
    const row = await this.hooks.find(admin.tenantId, id);
    if (!row) return null;
    const { last_four: lastFour, created_at: createdAt, verified_at: verifiedAt, last_event_at: lastEventAt } = row;
    return { url: this.hooks.urlOf(id), lastFour, createdAt, verifiedAt, lastEventAt };
  }

  @Mutation(() => ConfiguredOktaEventHook, {
    description: 'Makes the secret that Okta must show; an earlier one ends.',
  })
  @RequireRole(AdminRole.ADMIN)
  async configureEventHook(
    @CurrentAdmin() admin: Admin,
    @Args('input') input: ConfigureEventHookInput,
  ): Promise<ConfiguredOktaEventHook> {
    return this.hooks.configure(admin, input.integrationId);
  }
}
