import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { TrendPoint } from '../trends/thin-trend.js';
import type { Trends } from '../trends/registration-trends.js';
import { TrendWindow } from '../trends/trend-window.js';

registerEnumType(TrendWindow, { name: 'TrendWindow', description: 'The last hour, day or week.' });

@ObjectType({ description: 'One step of a trend. Steps in which no worker ran are left out.' })
export class RegistrationTrendPoint implements TrendPoint {
  @Field(() => GraphQLISODateTime, { description: 'Start of the step.' }) at!: Date;
  @Field(() => Int, { description: 'Changes that the target confirmed.' }) binds!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Median seconds from a change to its confirmation by the target.',
  })
  bindP50!: number | null;
  @Field(() => Float, { nullable: true, description: '95th percentile, in the slowest minute.' })
  bindP95!: number | null;
  @Field(() => Int, { description: 'Waiting to be written, at the most.' }) queued!: number;
  @Field(() => Float, { nullable: true, description: 'Seconds that the oldest of them had waited, at the most.' })
  oldest!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Part of the tightest rate limit of the target left, at the least.',
  })
  quotaLeft!: number | null;
}

@ObjectType({ description: 'What a reconciliation found.' })
export class ReconciliationTrendPoint {
  @Field(() => ID) runId!: string;
  @Field(() => GraphQLISODateTime, { description: 'When it ended.' }) at!: Date;
  @Field(() => Int) drifted!: number;
  @Field(() => Int) repaired!: number;
}

@ObjectType({ description: 'Figures of an integration over a recent period.' })
export class RegistrationTrendLines {
  @Field(() => GraphQLISODateTime) since!: Date;
  @Field(() => Int) stepSeconds!: number;
  @Field(() => [RegistrationTrendPoint], { description: 'Oldest first, 180 at most.' })
  points!: RegistrationTrendPoint[];
  @Field(() => [ReconciliationTrendPoint], { description: 'Oldest first; the newest 180 at most.' })
  reconciliations!: ReconciliationTrendPoint[];
}

export function toTrendLines({ since, stepMs, points, runs }: Trends): RegistrationTrendLines {
  return {
    since,
    stepSeconds: stepMs / 1000,
    points,
    reconciliations: runs.map(({ id, finished_at, created_at, drifted, repaired }) => ({
      runId: id,
      at: finished_at ?? created_at,
      drifted,
      repaired,
    })),
  };
}
