import { readFile } from 'node:fs/promises';
import { gql } from '../../gql/index.js';
import type { AuditBreakKind, TenantHeadFragment, VerifiedFragment } from '../../gql/graphql.js';
import { count } from '../../output/count.js';
import { ExitCode } from '../../output/exit-code.js';
import type { ChainHead } from '../../output/parse-chain-head.js';
import type { CommandContext } from '../command-context.js';
import { chainHeads, parseHeadLine } from './chain-heads.js';

const VERIFY = gql(`
  query VerifyAudit($tenantId: ID, $sequence: Int, $hash: String) {
    verifyAuditChain(tenantId: $tenantId, sequence: $sequence, hash: $hash) { ...Verified }
  }
`);

gql(`
  fragment Verified on AuditVerification {
    sequence hash verified prunedEvents done
    broken { kind sequence eventId missingEvents }
  }
`);

const OWN_TENANT = gql(`query OwnTenant { viewer { tenant { id } } }`);

interface VerifiedTenant extends VerifiedFragment {
  tenantId: string;
  tenantName: string;
  unsealed: number;
}

export interface VerifyOptions {
  /** Expected head of the administrator's own tenant. */
  expect?: ChainHead;
  /** A file that `audit head --file` wrote. */
  expectFile?: string;
}

const SAID: Record<AuditBreakKind, string> = {
  SEAL_MISSING: 'the seal is missing',
  SEAL_CHANGED: 'the seal was changed',
  EVENT_DELETED: 'the event was deleted',
  EVENT_CHANGED: 'the event was changed',
  EVENT_BACKDATED: 'the event was sealed long after it says that it happened',
  EVENT_INSERTED: 'the event was never sealed, nor does it wait to be',
  HEAD_CHANGED: 'the seal is gone, or not the one that was expected',
};

/**
 * Verifies the audit chains of all tenants if the token is the root administrator's, and otherwise the chain of the
 * token's tenant. Prints the first difference of each tenant. Exits with 1 if there is a difference.
 */
export async function verifyAudit(context: CommandContext, options: VerifyOptions): Promise<ExitCode> {
  const heads = await chainHeads(context);
  const { viewer } = await context.api.request(OWN_TENANT, {});
  const expected = await expectedHeads(options, viewer.tenant.id);
  const tenants: VerifiedTenant[] = [];
  for (const head of heads) tenants.push(await verifyTenant(context, head, expected.get(head.tenantId)));
  // If all rows of a tenant were deleted, the tenant has no head in the database. The file of heads still lists it.
  const gone = [...expected].filter(([tenantId]) => !heads.some((head) => head.tenantId === tenantId));
  for (const [tenantId, head] of gone) tenants.push(missingTenant(tenantId, head));
  const own = tenants.find(({ tenantId }) => tenantId === viewer.tenant.id);
  const broken = tenants.find((tenant) => tenant.broken)?.broken ?? null;
  const done = tenants.every((tenant) => tenant.done);
  const sum = (of: (tenant: VerifiedTenant) => number): number => tenants.reduce((total, each) => total + of(each), 0);
  const answer = {
    verified: sum(({ verified }) => verified),
    sequence: own?.sequence ?? 0,
    hash: own?.hash ?? '',
    unsealed: sum(({ unsealed }) => unsealed),
    done,
    broken,
    tenants,
  };
  context.print(answer, () => tenants.map((tenant) => say(tenant, tenants.length > 1)).join('\n'));
  return broken !== null || !done ? ExitCode.FAILED : ExitCode.OK;
}

async function verifyTenant(
  context: CommandContext,
  { tenantId, tenantName, unsealed }: TenantHeadFragment,
  expect: ChainHead | undefined,
): Promise<VerifiedTenant> {
  const expected = expect ? await verifyBehind(context, tenantId, expect) : undefined;
  let part = expected?.broken ? expected : await verifyBehind(context, tenantId);
  let events = part.verified;
  while (!part.done && !context.interrupted.aborted) {
    context.note(`${count(events, 'event')} verified`);
    part = await verifyBehind(context, tenantId, part);
    events += part.verified;
  }
  return { ...part, verified: events, tenantId, tenantName, unsealed };
}

async function verifyBehind(
  { api }: CommandContext,
  tenantId: string,
  { sequence, hash }: Partial<ChainHead> = {},
): Promise<VerifiedFragment> {
  return (await api.request(VERIFY, { tenantId, sequence, hash })).verifyAuditChain;
}

async function expectedHeads({ expect, expectFile }: VerifyOptions, ownId: string): Promise<Map<string, ChainHead>> {
  const expected = new Map<string, ChainHead>();
  const lines = expectFile === undefined ? [] : (await readFile(expectFile, 'utf8')).split('\n');
  for (const line of lines) {
    const parsed = parseHeadLine(line);
    // A file may contain several lines of one tenant. The last line is the newest head.
    if (parsed !== undefined) expected.set(parsed.tenantId, parsed.head);
  }
  if (expectFile !== undefined && expected.size === 0)
    throw new Error(`${expectFile} has no line that "rollcall audit head" wrote.`);
  if (expect !== undefined) expected.set(ownId, expect);
  return expected;
}

function missingTenant(tenantId: string, { sequence, hash }: ChainHead): VerifiedTenant {
  const broken = { kind: 'HEAD_CHANGED' as const, sequence, eventId: null, missingEvents: null };
  return {
    tenantId,
    tenantName: tenantId,
    sequence,
    hash,
    verified: 0,
    prunedEvents: 0,
    unsealed: 0,
    done: true,
    broken,
  };
}

function say(tenant: VerifiedTenant, isNamed: boolean): string {
  const { broken, verified, sequence, hash, unsealed, prunedEvents } = tenant;
  const name = isNamed ? `${tenant.tenantName}: ` : '';
  if (broken) {
    const event = broken.eventId ? ` (${broken.eventId})` : '';
    const missing = broken.missingEvents ? ` ${count(broken.missingEvents, 'event')} missing.` : '';
    return `${name}BROKEN at seal ${broken.sequence}: ${SAID[broken.kind]}${event}.${missing} ${count(verified, 'event')} before it as sealed.`;
  }
  const pruned = prunedEvents > 0 ? ` ${count(prunedEvents, 'older event')} deleted by retention.` : '';
  return `${name}${count(verified, 'event')} in ${count(sequence, 'seal')} as sealed, ${unsealed} not yet sealed.${pruned}\nHead, to keep elsewhere: ${sequence}:${hash}`;
}
