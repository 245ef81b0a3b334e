import { count } from '../output/count.js';
import { ExitCode } from '../output/exit-code.js';
import type { ChainHead } from '../output/parse-chain-head.js';
import type { CommandContext } from './command-context.js';

type BreakKind = keyof typeof SAID;

interface AuditBreak {
  kind: BreakKind;
  sequence: number;
  eventId: string | null;
}

interface Verified extends ChainHead {
  verified: number;
  done: boolean;
  broken: AuditBreak | null;
}

export interface VerifyOptions {
  expect?: ChainHead;
}

const SAID = {
  SEAL_MISSING: 'the seal is missing',
  SEAL_CHANGED: 'the seal was changed',
  EVENT_DELETED: 'the event was deleted',
  EVENT_CHANGED: 'the event was changed',
  EVENT_BACKDATED: 'the event was sealed long after it says that it happened',
  EVENT_INSERTED: 'the event was never sealed, nor does it wait to be',
  HEAD_CHANGED: 'the seal is gone, or not the one that was expected',
};

/** Recomputes the audit chain, part by part. Exit 1 names the first thing that is not as it was sealed. */
export async function verifyAudit(context: CommandContext, { expect }: VerifyOptions): Promise<ExitCode> {
  const expected = expect ? await verifyBehind(context, expect) : undefined;
  let part = expected?.broken ? expected : await verifyBehind(context);
  let events = part.verified;
  while (!part.done && !context.interrupted.aborted) {
    context.note(`${count(events, 'event')} verified`);
    part = await verifyBehind(context, part);
    events += part.verified;
  }
  const { auditChainHead: head } = await context.api.request<{ auditChainHead: { unsealed: number } }>(
    '{ auditChainHead { unsealed } }',
  );
  const { sequence, hash, broken, done } = part;
  context.print({ verified: events, sequence, hash, unsealed: head.unsealed, done, broken }, () =>
    broken
      ? `BROKEN at seal ${broken.sequence}: ${SAID[broken.kind]}${broken.eventId ? ` (${broken.eventId})` : ''}. ${count(events, 'event')} before it as sealed.`
      : `${count(events, 'event')} in ${count(sequence, 'seal')} as sealed, ${head.unsealed} not yet sealed.\nHead, to keep elsewhere: ${sequence}:${hash}`,
  );
  return broken || !done ? ExitCode.FAILED : ExitCode.OK;
}

async function verifyBehind({ api }: CommandContext, { sequence, hash }: Partial<ChainHead> = {}): Promise<Verified> {
  const { verifyAuditChain } = await api.request<{ verifyAuditChain: Verified }>(
    `query ($sequence: Int, $hash: String) {
       verifyAuditChain(sequence: $sequence, hash: $hash) { sequence hash verified done broken { kind sequence eventId } } }`,
    { sequence, hash },
  );
  return verifyAuditChain;
}
