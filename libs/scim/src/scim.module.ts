import { Module } from '@nestjs/common';
import { CredentialsModule } from '@rollcall/credentials';
import { DirectoryIntegrationModule } from '@rollcall/directory-integration';
import { TenancyModule } from '@rollcall/tenancy';
import { DirectoryModule } from '@rollcall/directory';
import { BulkRoutes } from './bulk/bulk-routes.js';
import { ScimBulk } from './bulk/scim-bulk.js';
import { IntegrationSchemas } from './custom-schemas/integration-schemas.js';
import { ScimSchemaRepository } from './custom-schemas/scim-schema.repository.js';
import { ScimSchemaResolver } from './custom-schemas/scim-schema.resolver.js';
import { ScimSchemaService } from './custom-schemas/scim-schema.service.js';
import { DiscoveryRoutes } from './discovery/discovery-routes.js';
import { MeRoutes } from './discovery/me-routes.js';
import { GroupPages } from './groups/group-pages.js';
import { GroupRoutes } from './groups/group-routes.js';
import { ScimGroups } from './groups/scim-groups.js';
import { BodyParser } from './http/body-parser.js';
import { RequestContexts } from './http/request-contexts.js';
import { ScimEndpoints } from './scim-http.js';
import { ScimHttp } from './scim-http.js';
import { RequestLog } from './request-log/request-log.js';
import { RequestLogModule } from './request-log/request-log.module.js';
import { ScimMetrics } from './request-log/scim-metrics.js';
import { ListPlaces } from './resources/list-places.js';
import { RootSearch } from './search/root-search.js';
import { SearchRoutes } from './search/search-routes.js';
import { Throttle } from './throttle/throttle.js';
import { ScimUsers } from './users/scim-users.js';
import { UserRoutes } from './users/user-routes.js';

/** SCIM 2.0 over the directory. `configureScimHttp(app)` mounts it. */
@Module({
  imports: [TenancyModule, DirectoryIntegrationModule, CredentialsModule, DirectoryModule, RequestLogModule],
  providers: [
    ScimUsers,
    ScimGroups,
    GroupPages,
    ScimSchemaRepository,
    IntegrationSchemas,
    ScimSchemaService,
    ScimSchemaResolver,
    BodyParser,
    RequestContexts,
    ListPlaces,
    UserRoutes,
    GroupRoutes,
    RootSearch,
    SearchRoutes,
    DiscoveryRoutes,
    MeRoutes,
    ScimMetrics,
    RequestLog,
    Throttle,
    ScimBulk,
    BulkRoutes,
    ScimEndpoints,
    ScimHttp,
  ],
})
export class ScimModule {}
