import { Injectable } from '@nestjs/common';
import { ScimAuthGuard } from '@rollcall/credentials';
import { TenantShare } from '@rollcall/platform';
import type { FastifyInstance } from 'fastify';
import { RequestLog } from './request-log/request-log.js';
import { Throttle } from './throttle/throttle.js';
import { BodyParser } from './http/body-parser.js';
import { scimPlugin } from './scim-plugin.js';
import { BulkRoutes } from './bulk/bulk-routes.js';
import { DiscoveryRoutes } from './discovery/discovery-routes.js';
import { MeRoutes } from './discovery/me-routes.js';
import { GroupRoutes } from './groups/group-routes.js';
import { SearchRoutes } from './search/search-routes.js';
import { UserRoutes } from './users/user-routes.js';
import type { ScimRoutes } from './http/routes.js';

/** All endpoints of RFC 7644 §3.2. */
@Injectable()
export class ScimEndpoints {
  readonly routes: readonly ScimRoutes[];

  constructor(
    users: UserRoutes,
    groups: GroupRoutes,
    search: SearchRoutes,
    bulk: BulkRoutes,
    discovery: DiscoveryRoutes,
    me: MeRoutes,
  ) {
    this.routes = [users, groups, search, bulk, discovery, me];
  }
}

/** SCIM as one Fastify plugin. */
@Injectable()
export class ScimHttp {
  constructor(
    private readonly guard: ScimAuthGuard,
    private readonly throttle: Throttle,
    private readonly share: TenantShare,
    private readonly bodies: BodyParser,
    private readonly log: RequestLog,
    private readonly endpoints: ScimEndpoints,
  ) {}

  plugin(): (scope: FastifyInstance) => Promise<void> {
    return scimPlugin(this.guard, this.throttle, this.share, this.bodies, this.log, this.endpoints.routes);
  }
}
