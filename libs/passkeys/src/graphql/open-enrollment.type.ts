import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import type { EnrollmentRow } from '../enrollments/enrollment.row.js';

@ObjectType({ description: 'An enrollment link that may still be used. Its address was shown once, when it was made.' })
export class OpenEnrollment {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Name of the administrator who made it.' }) createdBy!: string;
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime) expiresAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the person first pressed its button.' })
  openedAt!: Date | null;
}

export function toOpenEnrollment({ id, created_by, created_at, expires_at, opened_at }: EnrollmentRow): OpenEnrollment {
  return { id, createdBy: created_by, createdAt: created_at, expiresAt: expires_at, openedAt: opened_at };
}
