import { gql } from '../../gql/index.js';
import type { TenantHeadFragment } from '../../gql/graphql.js';
import type { ChainHead } from '../../output/parse-chain-head.js';
import type { CommandContext } from '../command-context.js';

const CHAIN_HEADS = gql(`query ChainHeads { auditChainHeads { ...TenantHead } }`);

gql(`fragment TenantHead on TenantAuditChainHead { tenantId tenantName sequence hash events unsealed }`);

/** The head of every tenant if the token is the root administrator's, and otherwise the head of the token's tenant. */
export async function chainHeads({ api }: CommandContext): Promise<TenantHeadFragment[]> {
  return (await api.request(CHAIN_HEADS, {})).auditChainHeads;
}

/** One line of a file of heads. {@link parseHeadLine} reads such a line. */
export function headLine({ tenantId, sequence, hash }: TenantHeadFragment, at: Date): string {
  return `${at.toISOString()} ${tenantId} ${sequence}:${hash}`;
}

/** Undefined if the line does not contain a head. */
export function parseHeadLine(line: string): { tenantId: string; head: ChainHead } | undefined {
  const [, tenantId, sequence, hash] = /^\S+ ([0-9a-f-]{36}) (\d{1,9}):([0-9a-f]{64})\s*$/.exec(line) ?? [];
  if (tenantId === undefined || sequence === undefined || hash === undefined) return undefined;
  return { tenantId, head: { sequence: Number(sequence), hash } };
}
