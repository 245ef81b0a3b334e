import { Module } from '@nestjs/common';
import { DirectoryIntegrationModule } from '@rollcall/directory-integration';
import { TenancyModule } from '@rollcall/tenancy';
import { IdentityExportController } from './export/identity-export.controller.js';
import { GroupResolver } from './graphql/group.resolver.js';
import { IdentityResolver } from './graphql/identity.resolver.js';
import { IntegrationCountsResolver } from './graphql/integration-counts.resolver.js';
import { MemberCounts } from './graphql/member-counts.js';
import { GroupChanger } from './groups/group-changer.js';
import { GroupSearch } from './groups/group-search.js';
import { GroupRepository } from './groups/group.repository.js';
import { GroupTurns } from './groups/group-turns.js';
import { GroupService } from './groups/group.service.js';
import { MembershipRepository } from './groups/membership.repository.js';
import { IdentitySearch } from './identities/identity-search.js';
import { PageReader } from './change/page-reader.js';
import { IdentityRepository } from './identities/identity.repository.js';
import { IdentityService } from './identities/identity.service.js';

/** The application must provide RegistrationLedger globally: the write-back's, or a fake. */
@Module({
  imports: [TenancyModule, DirectoryIntegrationModule],
  controllers: [IdentityExportController],
  providers: [
    IdentityRepository,
    PageReader,
    IdentityService,
    IdentitySearch,
    GroupRepository,
    MembershipRepository,
    GroupChanger,
    GroupTurns,
    GroupService,
    GroupSearch,
    MemberCounts,
    IdentityResolver,
    GroupResolver,
    IntegrationCountsResolver,
  ],
  exports: [IdentityService, IdentitySearch, GroupService, GroupSearch],
})
export class DirectoryModule {}
