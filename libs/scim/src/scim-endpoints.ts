import { Injectable } from '@nestjs/common';
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
