import { Field, Float, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';

const MEDIAN = "Seconds from Okta's request to the code, the person's time included. Null when no sign-in succeeded.";

@ObjectType({ description: 'Sign-ins that ended in one interval.' })
export class SignInFigure {
  @Field(() => GraphQLISODateTime, { description: 'Start of the interval.' }) at!: Date;
  @Field(() => Int) succeeded!: number;
  @Field(() => Int) refused!: number;
  @Field(() => Int) abandoned!: number;
  @Field(() => Float, { nullable: true, description: MEDIAN }) medianSeconds!: number | null;
}

@ObjectType({ description: 'How sign-ins of an integration went.' })
export class SignInFigures {
  @Field(() => GraphQLISODateTime) since!: Date;
  @Field(() => Int) succeeded!: number;
  @Field(() => Int) refused!: number;
  @Field(() => Int) abandoned!: number;
  @Field(() => Float, { nullable: true, description: MEDIAN }) medianSeconds!: number | null;
  @Field(() => [SignInFigure], { description: 'Oldest first. Intervals without a sign-in are left out.' })
  points!: SignInFigure[];
}
