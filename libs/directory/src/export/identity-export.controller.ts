import { Readable } from 'node:stream';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { Clock, type Page, toCsv } from '@rollcall/platform';
import { type Admin, AdminRole, CurrentAdmin, RequireRole } from '@rollcall/tenancy';
import { enrollmentStatusOf } from '../identities/enrollment-status.js';
import type { IdentityRecord } from '../identities/identity-record.js';
import { type IdentityFilter, IdentitySearch } from '../identities/identity-search.js';
import { exportFilterOf } from './export-filter.js';

const PEOPLE_PER_PAGE = 500;
const HEADER = [
  'user_name',
  'display_name',
  'email',
  'status',
  'enrollment',
  'external_id',
  'created_at',
  'updated_at',
  'id',
];

/** Lists of the console as files. */
@Controller('export')
@RequireRole(AdminRole.VIEWER)
export class IdentityExportController {
  constructor(
    private readonly identities: IdentitySearch,
    private readonly clock: Clock,
  ) {}

  /** All identities that match a filter, as CSV (RFC 4180), streamed page by page. */
  @Get('identities.csv')
  async csv(@CurrentAdmin() admin: Admin, @Query() query: Record<string, unknown>): Promise<StreamableFile> {
    const filter = exportFilterOf(query);
    // Errors must be thrown before the first byte is sent.
    const first = await this.identities.search(admin, filter, { first: PEOPLE_PER_PAGE });
    return new StreamableFile(Readable.from(this.lines(admin, filter, first)), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="identities.csv"',
    });
  }

  private async *lines(admin: Admin, filter: IdentityFilter, first: Page<IdentityRecord>): AsyncGenerator<Buffer> {
    yield Buffer.from(toCsv([HEADER]));
    for (let page = first; ;) {
      yield Buffer.from(toCsv(page.nodes.map((record) => this.row(record))));
      const after = page.cursors.at(-1);
      if (!page.hasNextPage || after === undefined) return;
      page = await this.identities.search(admin, filter, { first: PEOPLE_PER_PAGE, after });
    }
  }

  private row(record: IdentityRecord): (string | null)[] {
    const { id, userName, displayName, email, active, externalId, createdAt, updatedAt } = record;
    const status = active ? 'ACTIVE' : 'SUSPENDED';
    const enrollment = enrollmentStatusOf(record, this.clock.now());
    const [created, updated] = [createdAt, updatedAt].map((at) => new Date(at).toISOString()) as [string, string];
    return [userName, displayName, email, status, enrollment, externalId, created, updated, id];
  }
}
