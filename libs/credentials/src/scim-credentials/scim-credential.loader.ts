import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { ScimCredentialRow } from './scim-credential.row.js';
import { ScimCredentialService } from './scim-credential.service.js';

type Loader = DataLoader<string, ScimCredentialRow[]>;

/**
 * One query for the credentials of all integrations on a page. Batches but does not cache, because a mutation may run between two reads of
 * the same request.
 */
@Injectable()
export class ScimCredentialLoader {
  private readonly loaders = new WeakMap<object, Loader>();

  constructor(private readonly credentials: ScimCredentialService) {}

  /** @param request scope of the batching */
  load(request: object, tenantId: string, integrationId: string): Promise<ScimCredentialRow[]> {
    let loader = this.loaders.get(request);
    if (!loader) this.loaders.set(request, (loader = this.loaderOf(tenantId)));
    return loader.load(integrationId);
  }

  private loaderOf(tenantId: string): Loader {
    return new DataLoader(
      async (ids) => {
        const found = new Map<string, ScimCredentialRow[]>(ids.map((id) => [id, []]));
        for (const row of await this.credentials.listMany(tenantId, ids)) found.get(row.integration_id)?.push(row);
        return ids.map((id) => found.get(id)!);
      },
      { cache: false },
    );
  }
}
