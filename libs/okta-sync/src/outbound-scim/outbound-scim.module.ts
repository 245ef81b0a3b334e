import { Module } from '@nestjs/common';
import { DirectoryIntegrationModule } from '@rollcall/directory-integration';
import { OktaModule } from '@rollcall/okta';
import { FlagPatch } from './write/flag-patch.js';
import { FlagPut } from './write/flag-put.js';
import { RefusalInspection } from './refusal-inspection.js';
import { ScimAccessTokens } from './transport/scim-access-tokens.js';
import { ScimDialects } from './transport/scim-dialects.js';
import { ScimDiscovery } from './transport/scim-discovery.js';
import { ScimFlagWriter } from './write/scim-flag-writer.js';
import { ScimProbe } from './scim-probe.js';
import { ScimReader } from './users/scim-reader.js';
import { ScimTargets } from './scim-targets.js';
import { ScimTransport } from './transport/scim-transport.js';
import { ScimTrueSet } from './users/scim-true-set.js';
import { ScimUsers } from './users/scim-users.js';
import { WriteVerifier } from './write/write-verifier.js';
import { VersionedUsers } from './write/versioned-users.js';

/** Client of SCIM servers to which we write. It shares quotas and metrics with the Okta client. */
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
    ScimProbe,
    ScimReader,
    ScimTargets,
    ScimTransport,
    ScimTrueSet,
    ScimUsers,
    WriteVerifier,
    VersionedUsers,
  ],
  exports: [ScimTargets],
})
export class OutboundScimModule {}
