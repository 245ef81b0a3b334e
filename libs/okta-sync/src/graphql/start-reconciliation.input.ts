import { Field, Float, ID, InputType } from '@nestjs/graphql';

@InputType()
export class StartReconciliationInput {
  @Field(() => ID) integrationId!: string;

  @Field(() => Boolean, { nullable: true, description: 'True: only look. False unless told.' })
  dryRun?: boolean;

  @Field(() => Float, {
    nullable: true,
    description: 'Part of the registered people that may be changed, 0 to 1; 0.2 unless told. Ten people always may.',
  })
  maxChangeRatio?: number;
}
