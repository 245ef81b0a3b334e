import { Injectable } from '@nestjs/common';
import {
  Database,
  decodeCursor,
  DomainError,
  encodeCursor,
  type Page,
  type PageRequest,
  toPage,
} from '@rollcall/platform';
import type { RegistrationEventRow } from './registration-event.row.js';

/** Whose history. */
export interface RegistrationKey {
  tenantId: string;
  integrationId: string;
  identityId: string;
}

@Injectable()
export class RegistrationHistory {
  constructor(private readonly database: Database) {}

  /** Newest first. @throws DomainError BAD_USER_INPUT (field `after`) */
  async of(
    { tenantId, integrationId, identityId }: RegistrationKey,
    { first, after }: PageRequest,
  ): Promise<Page<RegistrationEventRow>> {
    const [before = null] = after === undefined ? [] : decodeCursor(after, 1);
    if (before !== null && !/^\d{1,18}$/.test(before)) {
      throw DomainError.badInput('The cursor is not one of this list.', 'after');
    }
    const key = [tenantId, integrationId, identityId];
    const rows = await this.database.query<RegistrationEventRow>(
      `select * from registration_events
       where tenant_id = $1 and integration_id = $2 and identity_id = $3 and ($4::bigint is null or id < $4)
       order by id desc limit $5`,
      [...key, before, first + 1],
    );
    return toPage(
      rows,
      first,
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
