import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { RegistrationSyncSettings } from './registration-sync-settings.js';
import { RegistrationSyncService } from './registration-sync.service.js';

type Loader = DataLoader<string, RegistrationSyncSettings | undefined>;

/**
 * Reads the settings of all integrations on a page in one query. It does not cache, because a mutation may change the
 * settings between two reads of the same request.
 */
@Injectable()
export class RegistrationSyncLoader {
  private readonly loaders = new WeakMap<object, Loader>();

  constructor(private readonly syncs: RegistrationSyncService) {}

  /** @param request only calls with the same request share a query */
  load(request: object, tenantId: string, integrationId: string): Promise<RegistrationSyncSettings | undefined> {
    let loader = this.loaders.get(request);
    if (!loader) this.loaders.set(request, (loader = this.loaderOf(tenantId)));
    return loader.load(integrationId);
  }

  private loaderOf(tenantId: string): Loader {
    return new DataLoader(
      async (ids) => {
        const found = await this.syncs.findMany(tenantId, ids);
        const byId = new Map(found.map((settings) => [settings.integrationId, settings]));
        return ids.map((id) => byId.get(id));
      },
      { cache: false },
    );
  }
}
