import { type FileHandle, open, rm } from 'node:fs/promises';
import { ApiRefusal } from '../../api/admin-api.js';
import { gql } from '../../gql/index.js';
import type { FetchLinksMutation } from '../../gql/graphql.js';
import type { CommandContext } from '../command-context.js';

const HEADER = ['user_name', 'display_name', 'email', 'link', 'expires_at'];
const OWNER_ONLY = 0o600;

const FETCH_LINKS = gql(`
  mutation FetchLinks($batchId: ID!, $from: String) {
    fetchEnrollmentLinks(batchId: $batchId, from: $from) { links { userName displayName email url expiresAt } next }
  }
`);

/**
 * Creates a file that only its owner can read, and passes it to `work`. Removes the file if `work` fails. Never
 * overwrites a file.
 * @throws ApiRefusal if the file exists or cannot be created
 */
export async function inNewFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, 'wx', OWNER_ONLY).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'EEXIST' ? 'it exists already' : error.message;
    throw new ApiRefusal('FAILED', `${path} cannot be written: ${why}.`);
  });
  try {
    return await work(file);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** Writes the links of a batch that are still valid to a CSV file, one page at a time. @returns the number of links */
export async function writeLinks(
  { api, note }: Pick<CommandContext, 'api' | 'note'>,
  batchId: string,
  file: FileHandle,
): Promise<number> {
  const { toCsv } = await import('@rollcall/platform');
  await file.write(toCsv([HEADER]));
  let written = 0;
  let from: string | null = null;
  do {
    const page: FetchLinksMutation['fetchEnrollmentLinks'] = (await api.request(FETCH_LINKS, { batchId, from }))
      .fetchEnrollmentLinks;
    const rows = page.links.map((link) => [link.userName, link.displayName, link.email, link.url, link.expiresAt]);
    await file.write(toCsv(rows));
    written += rows.length;
    note(`${written} links written`);
    from = page.next;
  } while (from !== null);
  return written;
}
