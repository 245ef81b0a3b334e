import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { SignInEventRepository } from '../log/sign-in-event.repository.js';
import type { SignInSettings } from '../settings/sign-in-settings.js';
import { SignInService } from '../settings/sign-in.service.js';

interface Loaders {
  settings: DataLoader<string, SignInSettings | undefined>;
  lastSuccess: DataLoader<string, Date | undefined>;
}

/** One query each for all integrations on a page. Batches only: within a request a mutation may come between two reads. */
@Injectable()
export class SignInLoaders {
  private readonly loaders = new WeakMap<object, Loaders>();

  constructor(
    private readonly service: SignInService,
    private readonly events: SignInEventRepository,
  ) {}

  /** @param request whose lifetime the batching shares */
  of(request: object, tenantId: string): Loaders {
    let loaders = this.loaders.get(request);
    if (!loaders) this.loaders.set(request, (loaders = this.make(tenantId)));
    return loaders;
  }

  private make(tenantId: string): Loaders {
    return {
      settings: new DataLoader(
        async (ids) => {
          const found = await this.service.findMany(tenantId, ids);
          const byId = new Map(found.map((settings) => [settings.integrationId, settings]));
          return ids.map((id) => byId.get(id));
        },
        { cache: false },
      ),
      lastSuccess: new DataLoader(
        async (ids) => {
          const times = await this.events.lastSuccesses(tenantId, ids);
          return ids.map((id) => times.get(id));
        },
        { cache: false },
      ),
    };
  }
}
