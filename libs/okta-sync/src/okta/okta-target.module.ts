import { Module } from '@nestjs/common';
import { OktaModule } from '@rollcall/okta';
import { OktaProbe } from './okta-probe.js';
import { OktaTargets } from './okta-targets.js';
import { OktaUserLinker } from './okta-user-linker.js';

/** Okta orgs as targets of the write-back. */
@Module({
  imports: [OktaModule],
  providers: [OktaProbe, OktaTargets, OktaUserLinker],
  exports: [OktaModule, OktaTargets],
})
export class OktaTargetModule {}
