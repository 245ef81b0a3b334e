import { Injectable } from '@nestjs/common';
import { Clock } from '@rollcall/platform';
import { SchemaRegistry } from '../protocol/index.js';
import { IntegrationSchema } from '../mapping/integration-schema.js';
import { registryOf } from './registry-of.js';
import { ScimSchemaRepository } from './scim-schema.repository.js';

/** How long a schema is cached: after this time every process uses a changed one. */
const FRESH_MS = 10_000;
const MAX_KEPT = 10_000;

interface Kept {
  schema: Promise<IntegrationSchema>;
  at: number;
}

/** Caches the compiled schemas of each integration. Integrations without custom schemas share one. */
@Injectable()
export class IntegrationSchemas {
  private readonly standard = new IntegrationSchema(new SchemaRegistry());
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly schemas: ScimSchemaRepository,
    private readonly clock: Clock,
  ) {}

  of(key: { tenantId: string; integrationId: string }): Promise<IntegrationSchema> {
    const now = this.clock.now().getTime();
    const kept = this.kept.get(key.integrationId);
    if (kept !== undefined && now - kept.at < FRESH_MS) return kept.schema;
    if (this.kept.size >= MAX_KEPT) this.kept.clear();
    const schema = this.load(key);
    this.kept.set(key.integrationId, { schema, at: now });
    schema.catch(() => this.kept.delete(key.integrationId));
    return schema;
  }

  /** Call after a change in this process. */
  forget(integrationId: string): void {
    this.kept.delete(integrationId);
  }

  private async load(key: { tenantId: string; integrationId: string }): Promise<IntegrationSchema> {
    const rows = await this.schemas.list(key);
    return rows.length === 0 ? this.standard : new IntegrationSchema(registryOf(rows));
  }
}
