import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A key that signs for the service app; its public half is in the JWK Set.' })
export class OktaServiceAppKey {
  @Field(() => String) kid!: string;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Signs no longer, is published for another day.' })
  retiredAt!: Date | null;
}

@ObjectType({
  description: 'How Rollcall signs in to Okta without an API token: an API Services app with private_key_jwt.',
})
export class OktaServiceApp {
  @Field(() => String, { description: 'To enter in Okta: "Use a URL to fetch keys dynamically".' }) jwksUrl!: string;
  @Field(() => [String], {
    description: 'To grant in Okta; the app needs an administrator role that may edit users, too.',
  })
  scopes!: readonly string[];
  @Field(() => String, { nullable: true, description: 'As Okta shows it; null until configured.' }) clientId!:
    string | null;
  @Field(() => [OktaServiceAppKey]) keys!: OktaServiceAppKey[];
}
