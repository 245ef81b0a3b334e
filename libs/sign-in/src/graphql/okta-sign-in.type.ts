import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { OktaSignInRow } from '../okta/okta-sign-in.row.js';
import { SignInDestination } from '../okta/route-explanation.js';

@ObjectType({ description: 'What exists in Okta, as it was last seen there.' })
export class OktaSignIn {
  @Field(() => String, { nullable: true }) identityProviderId!: string | null;
  @Field(() => String, { nullable: true, description: "Okta's own word, such as ACTIVE." })
  identityProviderStatus!: string | null;
  @Field(() => String, { nullable: true }) routingRuleId!: string | null;
  @Field(() => Boolean) routingActive!: boolean;
  @Field(() => GraphQLISODateTime) checkedAt!: Date;
}

export enum OktaSettingSection {
  IDENTITY_PROVIDER = 'IDENTITY_PROVIDER',
  ROUTING_RULE = 'ROUTING_RULE',
}
registerEnumType(OktaSettingSection, { name: 'OktaSettingSection' });

@ObjectType({ description: "A value to enter in Okta's Admin Console, under Okta's own label." })
export class OktaSetting {
  @Field(() => OktaSettingSection) section!: OktaSettingSection;
  @Field(() => String) label!: string;
  @Field(() => String) value!: string;
}

registerEnumType(SignInDestination, {
  name: 'SignInDestination',
  valuesMap: {
    PASSKEY: { description: 'To the OpenID provider of this integration.' },
    OKTA: { description: "Okta's own sign-in page." },
    OTHER_PROVIDER: { description: 'To another identity provider.' },
    UNKNOWN: { description: 'Okta could not be asked.' },
  },
});

@ObjectType({ description: 'Where Okta sends a user, and why.' })
export class SignInRoute {
  @Field(() => String) userName!: string;
  @Field(() => SignInDestination) destination!: SignInDestination;
  @Field(() => String, { nullable: true, description: 'The routing rule that decides.' }) ruleName!: string | null;
  @Field(() => Boolean, { description: 'Whether the person has an active identity and a passkey here.' })
  canSignIn!: boolean;
  @Field(() => [String]) reasons!: string[];
}

export function toOktaSignIn(row: OktaSignInRow | undefined): OktaSignIn | null {
  if (!row?.checked_at || (row.identity_provider_id === null && row.routing_rule_id === null)) return null;
  return {
    identityProviderId: row.identity_provider_id,
    identityProviderStatus: row.identity_provider_status,
    routingRuleId: row.routing_rule_id,
    routingActive: row.routing_active,
    checkedAt: row.checked_at,
  };
}
