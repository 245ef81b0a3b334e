import { Injectable } from '@nestjs/common';
import type { HealthCheck } from '@rollcall/directory-integration';
import DataLoader from 'dataloader';
import { CurrentChecks } from '../health/current-checks.js';
import { LocalChecks } from '../health/local-checks.js';
import type { RegistrationRow } from '../ledger/registration.row.js';
import { RegistrationReader, type RegistrationCounts } from '../ledger/registration-reader.js';

interface Loaders {
  registrations: DataLoader<string, RegistrationRow | undefined>;
  counts: DataLoader<string, RegistrationCounts | undefined>;
  estimates: DataLoader<string, Date | null>;
  checks: DataLoader<string, HealthCheck[]>;
}

/** Loads ledger data for the lists of a GraphQL request: one statement per kind of data, whatever the number of list entries. */
@Injectable()
export class RegistrationLoaders {
  private readonly byRequest = new WeakMap<object, Loaders>();

  constructor(
    private readonly reader: RegistrationReader,
    private readonly checks: CurrentChecks,
    private readonly local: LocalChecks,
  ) {}

  of(context: object, tenantId: string): Loaders {
    const known = this.byRequest.get(context);
    if (known) return known;
    const loaders: Loaders = {
      registrations: new DataLoader(async (ids) => {
        const rows = await this.reader.findMany(tenantId, ids);
        const found = new Map(rows.map((row) => [row.identity_id, row]));
        return ids.map((id) => found.get(id));
      }),
      counts: new DataLoader(async (ids) => {
        const rows = await this.reader.counts(tenantId, ids);
        const found = new Map(rows.map((row) => [row.integrationId, row]));
        return ids.map((id) => found.get(id));
      }),
      estimates: new DataLoader(async (ids) => {
        const counts = await Promise.all(ids.map((id) => loaders.counts.load(id)));
        const pending = new Map(ids.map((id, index) => [id, counts[index]?.pending ?? 0]));
        const found = await this.local.estimateMany(tenantId, pending);
        return ids.map((id) => found.get(id) ?? null);
      }),
      checks: new DataLoader(async (ids) => {
        const found = await this.checks.listMany(tenantId, ids);
        return ids.map((id) => found.get(id) ?? []);
      }),
    };
    this.byRequest.set(context, loaders);
    return loaders;
  }
}
