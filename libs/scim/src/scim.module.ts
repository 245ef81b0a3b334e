import { Module } from '@nestjs/common';
import { CredentialsModule } from '@rollcall/credentials';
import { DirectoryModule } from '@rollcall/directory';
import { DiscoveryRoutes } from './discovery/discovery-routes.js';
import { GroupPages } from './groups/group-pages.js';
import { GroupRoutes } from './groups/group-routes.js';
import { ScimGroups } from './groups/scim-groups.js';
import { RequestContexts } from './http/request-contexts.js';
import { ScimHttp } from './http/scim-http.js';
import { RootSearch } from './search/root-search.js';
import { SearchRoutes } from './search/search-routes.js';
import { ScimUsers } from './users/scim-users.js';
import { UserRoutes } from './users/user-routes.js';

/** SCIM 2.0 over the directory. `configureScimHttp(app)` mounts it. */
@Module({
  imports: [CredentialsModule, DirectoryModule],
  providers: [
    ScimUsers,
    ScimGroups,
    GroupPages,
    RequestContexts,
    UserRoutes,
    GroupRoutes,
    RootSearch,
    SearchRoutes,
    DiscoveryRoutes,
    ScimHttp,
  ],
})
export class ScimModule {}
