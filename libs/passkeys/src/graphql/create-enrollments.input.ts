import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { OpenLinks } from './enrollment-batch.type.js';

@InputType()
export class CreateEnrollmentsInput {
  @Field(() => ID) integrationId!: string;
  @Field(() => ID, { nullable: true, description: 'Members of this group only.' }) groupId?: string | null;
  @Field(() => Int, { nullable: true, description: 'Seconds, 60 to 2592000 (30 days); seven days when left out.' })
  expiresIn?: number | null;
  @Field(() => OpenLinks, { defaultValue: OpenLinks.KEEP }) openLinks!: OpenLinks;
}
