import { Field, Float, ID, InputType } from '@nestjs/graphql';

@InputType()
export class StartReconciliationInput {
  @Field(() => ID) integrationId!: string;

  @Field(() => Boolean, { nullable: true, description: 'True: only compare. Defaults to false.' })
  dryRun?: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      'Share of the registered people that may be changed, 0 to 1; defaults to 0.2. Ten people are always allowed.',
  })
  maxChangeRatio?: number;
}
