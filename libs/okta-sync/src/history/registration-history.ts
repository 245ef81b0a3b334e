import { Injectable } from '@nestjs/common';
import { Database, encodeCursor, keyOf, type Page, type PageRequest, sliceOf, toPage } from '@rollcall/platform';
import type { RegistrationEventRow } from './registration-event.row.js';

/** The identity whose history is read. */
export interface RegistrationKey {
  tenantId: string;
  integrationId: string;
  identityId: string;
}

@Injectable()
export class RegistrationHistory {
  constructor(private readonly database: Database) {}

  /** The events of one identity, newest first. @throws DomainError BAD_USER_INPUT (field `after` or `before`) */
  async of(
    { tenantId, integrationId, identityId }: RegistrationKey,
    page: PageRequest,
  ): Promise<Page<RegistrationEventRow>> {
    const [from = null] = keyOf(page, 1, ([id]) => /^\d{1,18}$/.test(id ?? '')) ?? [];
    const { beyond, order, limit } = sliceOf(page, 'desc');
    const key = [tenantId, integrationId, identityId];
    const rows = await this.database.query<RegistrationEventRow>(
      `select * from registration_events
       where tenant_id = $1 and integration_id = $2 and identity_id = $3 and ($4::bigint is null or id ${beyond} $4)
       order by id ${order} limit $5`,
      [...key, from, limit],
    );
    return toPage(
      rows,
      page,
      () => this.count(key),
      ({ id }) => encodeCursor([id]),
    );
  }

  private async count(key: readonly string[]): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from registration_events
       where tenant_id = $1 and integration_id = $2 and identity_id = $3`,
      key,
    );
    return row!.count;
  }
}
