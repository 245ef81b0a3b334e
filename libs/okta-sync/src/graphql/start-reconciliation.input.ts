import { Field, Float, ID, InputType } from '@nestjs/graphql';
import { IsBetween } from '@rollcall/platform';

@InputType()
export class StartReconciliationInput {
  @Field(() => ID) integrationId!: string;

  @Field(() => Boolean, { nullable: true, description: 'True: only compare. Defaults to false.' })
  dryRun?: boolean;

  @IsBetween(0, 1, 'The ratio is a number from 0 to 1')
  @Field(() => Float, {
    nullable: true,
    description:
      'Share of the registered people that may be changed, 0 to 1; defaults to 0.2. Ten people are always allowed.',
  })
  maxChangeRatio?: number;
}
