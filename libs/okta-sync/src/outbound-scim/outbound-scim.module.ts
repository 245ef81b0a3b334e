import { Module } from '@nestjs/common';
import { DirectoryIntegrationModule } from '@rollcall/directory-integration';
import { OktaModule } from '@rollcall/okta';
import { FlagPatch } from './flag-patch.js';
import { FlagPut } from './flag-put.js';
import { RefusalInspection } from './refusal-inspection.js';
import { ScimAccessTokens } from './scim-access-tokens.js';
import { ScimDialects } from './scim-dialects.js';
import { ScimDiscovery } from './scim-discovery.js';
import { ScimFlagWriter } from './scim-flag-writer.js';
import { ScimReader } from './scim-reader.js';
import { ScimTargets } from './scim-targets.js';
import { ScimTransport } from './scim-transport.js';
import { ScimTrueSet } from './scim-true-set.js';
import { ScimUsers } from './scim-users.js';
import { WriteVerifier } from './write-verifier.js';
import { VersionedUsers } from './versioned-users.js';

/** The way to SCIM servers. Shares the quotas and the metrics of Okta's. */
@Module({
  imports: [DirectoryIntegrationModule, OktaModule],
  providers: [
    FlagPatch,
    FlagPut,
    RefusalInspection,
    ScimAccessTokens,
    ScimDialects,
    ScimDiscovery,
    ScimFlagWriter,
    ScimReader,
    ScimTargets,
    ScimTransport,
    ScimTrueSet,
    ScimUsers,
    WriteVerifier,
    VersionedUsers,
  ],
  exports: [ScimDiscovery, ScimTargets, ScimUsers],
})
export class OutboundScimModule {}
