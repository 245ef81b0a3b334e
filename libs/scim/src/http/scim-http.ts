import { Injectable } from '@nestjs/common';
import { ScimAuthGuard } from '@rollcall/credentials';
import type { FastifyInstance } from 'fastify';
import { DiscoveryRoutes } from '../discovery/discovery-routes.js';
import { GroupRoutes } from '../groups/group-routes.js';
import { SearchRoutes } from '../search/search-routes.js';
import { UserRoutes } from '../users/user-routes.js';
import { scimScope } from './scim-scope.js';

/** The endpoints of SCIM, as one Fastify plugin. */
@Injectable()
export class ScimHttp {
  constructor(
    private readonly guard: ScimAuthGuard,
    private readonly users: UserRoutes,
    private readonly groups: GroupRoutes,
    private readonly search: SearchRoutes,
    private readonly discovery: DiscoveryRoutes,
  ) {}

  plugin(): (scope: FastifyInstance) => Promise<void> {
    return scimScope(this.guard, [this.users, this.groups, this.search, this.discovery]);
  }
}
