import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ChainBreak, ChainPoint, Verification } from '@rollcall/platform';

export enum AuditBreakKind {
  SEAL_MISSING = 'SEAL_MISSING',
  SEAL_CHANGED = 'SEAL_CHANGED',
  EVENT_DELETED = 'EVENT_DELETED',
  EVENT_CHANGED = 'EVENT_CHANGED',
  EVENT_BACKDATED = 'EVENT_BACKDATED',
  EVENT_INSERTED = 'EVENT_INSERTED',
  HEAD_CHANGED = 'HEAD_CHANGED',
}

registerEnumType(AuditBreakKind, {
  name: 'AuditBreakKind',
  valuesMap: {
    EVENT_BACKDATED: { description: 'Sealed long after it says that it happened.' },
    EVENT_INSERTED: { description: 'Never sealed, nor waiting to be.' },
    HEAD_CHANGED: { description: 'The seal that was asked to go on from is gone, or another one.' },
  },
});

@ObjectType({
  description: 'How far the audit trail is sealed. Kept elsewhere, it proves later that nothing before it was changed.',
})
export class AuditChainHead {
  @Field(() => Int, { description: 'Of the last seal; 0 when there is none.' }) sequence!: number;
  @Field(() => Int, { description: 'How many events it seals, all before it included.' }) events!: number;
  @Field(() => String, { description: 'SHA-256, hexadecimal.' }) hash!: string;
  @Field(() => Int, { description: 'Events that no seal holds yet: a second’s worth while a worker runs.' })
  unsealed!: number;
}

@ObjectType({ description: 'The head of one tenant’s chain.' })
export class TenantAuditChainHead extends AuditChainHead {
  @Field(() => ID) tenantId!: string;
  @Field(() => String) tenantName!: string;
}

@ObjectType()
export class AuditBreak {
  @Field(() => AuditBreakKind) kind!: AuditBreakKind;
  @Field(() => Int, { description: 'Of the seal.' }) sequence!: number;
  @Field(() => ID, { nullable: true }) eventId!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Events that the seals count and that are not there; null when unknown.',
  })
  missingEvents!: number | null;
}

@ObjectType({ description: 'Some recomputed seals. Unless done, ask again with sequence and hash.' })
export class AuditVerification {
  @Field(() => Int) sequence!: number;
  @Field(() => String) hash!: string;
  @Field(() => Int, { description: 'Events that were looked at.' }) verified!: number;
  @Field(() => Int, { description: 'Events that AUDIT_RETENTION_DAYS deleted from the beginning of the chain.' })
  prunedEvents!: number;
  @Field(() => Boolean) done!: boolean;
  @Field(() => AuditBreak, { nullable: true, description: 'The first thing that is not as it was sealed.' })
  broken!: AuditBreak | null;
}

export function toAuditChainHead({
  sequence,
  events,
  hash,
  unsealed,
}: ChainPoint & { unsealed: number }): AuditChainHead {
  return { sequence, events, hash: hash.toString('hex'), unsealed };
}

export function toAuditVerification({ point, verified, pruned, done, broken }: Verification): AuditVerification {
  const { sequence, hash } = point;
  return {
    sequence,
    hash: hash.toString('hex'),
    verified,
    prunedEvents: pruned,
    done,
    broken: broken ? toAuditBreak(broken) : null,
  };
}

function toAuditBreak({ kind, sequence, eventId, missing }: ChainBreak): AuditBreak {
  return { kind: AuditBreakKind[kind], sequence, eventId: eventId ?? null, missingEvents: missing ?? null };
}
