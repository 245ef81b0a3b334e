import { appendFile } from 'node:fs/promises';
import type { TenantHeadFragment } from '../../gql/graphql.js';
import { ExitCode } from '../../output/exit-code.js';
import type { CommandContext } from '../command-context.js';
import { chainHeads, headLine } from './chain-heads.js';

export interface HeadOptions {
  /** A file to which the heads are appended, one per line. */
  file?: string;
  /** A URL to which the heads are posted. */
  webhook?: string;
}

const WEBHOOK_TIMEOUT_MS = 10_000;

/**
 * Prints the heads of the audit chains, and stores them outside the database. Exits with 1 if they could not be stored.
 */
export async function auditHead(context: CommandContext, { file, webhook }: HeadOptions): Promise<ExitCode> {
  const heads = await chainHeads(context);
  const at = new Date();
  const lines = heads.map((head) => headLine(head, at));
  if (file !== undefined) await appendFile(file, lines.map((line) => `${line}\n`).join(''), { flush: true });
  if (webhook !== undefined) await post(webhook, heads, at);
  context.print(heads, () => lines.join('\n'));
  return ExitCode.OK;
}

async function post(url: string, heads: readonly TenantHeadFragment[], at: Date): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'audit.heads', at: at.toISOString(), heads }),
    signal: AbortSignal.timeout(WEBHOOK_TIMEOUT_MS),
  });
  if (!answer.ok) throw new Error(`The webhook answered ${answer.status}. The heads were not stored there.`);
}
