import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { SignInEventRepository } from '../log/sign-in-event.repository.js';
import type { OktaSignInRow } from '../okta/okta-sign-in.row.js';
import { OktaSignInRepository } from '../okta/okta-sign-in.repository.js';
import type { SignInSettings } from '../settings/sign-in-settings.js';
import { SelfEnrollments } from '../self-enrollment/self-enrollments.js';
import type { SelfEnrollmentRow } from '../self-enrollment/self-enrollment.row.js';
import { SignInService } from '../settings/sign-in.service.js';

interface Loaders {
  settings: DataLoader<string, SignInSettings | undefined>;
  lastSuccess: DataLoader<string, Date | undefined>;
  okta: DataLoader<string, OktaSignInRow | undefined>;
  selfEnrollment: DataLoader<string, SelfEnrollmentRow | undefined>;
}

/**
 * Loads sign-in data for all integrations on a page with one query each. Nothing is cached, because a request may
 * contain a mutation between two reads.
 */
@Injectable()
export class SignInLoaders {
  private readonly loaders = new WeakMap<object, Loaders>();

  constructor(
    private readonly service: SignInService,
    private readonly events: SignInEventRepository,
    private readonly oktaSignIns: OktaSignInRepository,
    private readonly selfEnrollments: SelfEnrollments,
  ) {}

  /** @param request the request whose reads are batched together */
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
      okta: new DataLoader(
        async (ids) => {
          const rows = await this.oktaSignIns.findMany(tenantId, ids);
          const byId = new Map(rows.map((row) => [row.integration_id, row]));
          return ids.map((id) => byId.get(id));
        },
        { cache: false },
      ),
      selfEnrollment: new DataLoader(
        async (ids) => {
          const rows = await this.selfEnrollments.findMany(tenantId, ids);
          const byId = new Map(rows.map((row) => [row.integration_id, row]));
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
