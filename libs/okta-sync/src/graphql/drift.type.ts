import { Field, GraphQLISODateTime, HideField, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '@rollcall/platform';
import type { ReconciliationDriftRow } from '../reconciliation/records/reconciliation-drift.row.js';

export enum DriftKind {
  SET_TRUE = 'SET_TRUE',
  SET_FALSE = 'SET_FALSE',
  UNKNOWN_USER = 'UNKNOWN_USER',
  UNLINKED = 'UNLINKED',
}

registerEnumType(DriftKind, {
  name: 'DriftKind',
  valuesMap: {
    SET_TRUE: { description: 'Registered here, not at the target.' },
    SET_FALSE: { description: 'Registered at the target, not here.' },
    UNKNOWN_USER: {
      description: 'Registered at the target, but not a person of this integration: reported, never changed.',
    },
    UNLINKED: { description: 'Registered here, and the target has no such user.' },
  },
});

@ObjectType({ description: 'One difference between the target and us.' })
export class Drift {
  /** Used by the resolver of the field `identity`. */
  @HideField() identityId!: string | null;
  @Field(() => String, { nullable: true }) oktaUserId!: string | null;
  @Field(() => DriftKind) kind!: DriftKind;
  @Field(() => Boolean, { nullable: true }) expected!: boolean | null;
  @Field(() => Boolean, { nullable: true }) actual!: boolean | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) repairedAt!: Date | null;
  @Field(() => String, { nullable: true }) error!: string | null;
}

export const DriftConnection = connectionOf(Drift);

export function toDrift(row: ReconciliationDriftRow): Drift {
  return {
    identityId: row.identity_id,
    oktaUserId: row.okta_user_id,
    kind: row.kind as DriftKind,
    expected: row.expected,
    actual: row.actual,
    repairedAt: row.repaired_at,
    error: row.error,
  };
}
