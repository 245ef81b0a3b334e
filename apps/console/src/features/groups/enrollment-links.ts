import { request } from '../../api/request';
import type { IdentityRowFragment } from '../../gql/graphql';
import { downloadCsv } from '../../ui/csv';
import { CREATE_ENROLLMENT } from '../identities/identity-queries';
import { GROUP } from './group-queries';

const PAGE = 100;
const AT_ONCE = 4;

/**
 * Makes a link for each active member without a passkey, and hands them over as a file.
 * @param onLooked called with the number of members processed so far
 * @returns how many links
 * @throws ApiError
 */
export async function downloadEnrollmentLinks(
  { id, displayName }: { id: string; displayName: string },
  expiresIn: number,
  onLooked: (members: number) => void,
): Promise<number> {
  const rows: string[][] = [];
  let looked = 0;
  let after: string | null | undefined;
  do {
    const { group } = await request(GROUP, { id, first: PAGE, after });
    if (!group) break;
    const { nodes, pageInfo } = group.members;
    for (let start = 0; start < nodes.length; start += AT_ONCE) {
      const few = nodes.slice(start, start + AT_ONCE);
      rows.push(...(await Promise.all(few.filter(isToEnroll).map((identity) => linkRow(identity, expiresIn)))));
      onLooked((looked += few.length));
    }
    after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
  } while (after);
  if (rows.length > 0) {
    downloadCsv(`enrollment-links-${displayName}.csv`, [
      ['user_name', 'display_name', 'email', 'link', 'expires_at'],
      ...rows,
    ]);
  }
  return rows.length;
}

function isToEnroll({ status, enrollmentStatus }: IdentityRowFragment): boolean {
  return status === 'ACTIVE' && enrollmentStatus !== 'ENROLLED';
}

async function linkRow(
  { id, userName, displayName, email }: IdentityRowFragment,
  expiresIn: number,
): Promise<string[]> {
  const { createEnrollment } = await request(CREATE_ENROLLMENT, { input: { identityId: id, expiresIn } });
  return [userName, displayName ?? '', email ?? '', createEnrollment.url, createEnrollment.expiresAt];
}
