import { request } from '../../api/request';
import { downloadCsv } from '../../ui/data/csv';
import { FETCH_LINKS } from './enrollment-batch-queries';

const HEADER = ['user_name', 'display_name', 'email', 'link', 'expires_at'];

/** Downloads a file with the links of a batch that are still valid. @returns their number @throws ApiError */
export async function downloadEnrollmentLinks(batchId: string, displayName: string): Promise<number> {
  const rows: string[][] = [HEADER];
  let from: string | null | undefined;
  do {
    const { next, links } = (await request(FETCH_LINKS, { batchId, from: from ?? null })).fetchEnrollmentLinks;
    rows.push(
      ...links.map((link) => [link.userName, link.displayName ?? '', link.email ?? '', link.url, link.expiresAt]),
    );
    from = next;
  } while (from);
  downloadCsv(`enrollment-links-${displayName}.csv`, rows);
  return rows.length - 1;
}
