import { Module } from '@nestjs/common';
import { DirectoryIntegrationModule } from '@rollcall/directory-integration';
import { WriteBackMetrics } from '../metrics/write-back-metrics.js';
import { OktaTargetModule } from '../okta/okta-target.module.js';
import { OutboundScimModule } from '../outbound-scim/outbound-scim.module.js';
import { WebhooksModule } from '@rollcall/webhooks';
import { SharedUsers } from '../registration/shared-users.js';
import { DirectoryChangeCap } from '../directory-changes/directory-change-cap.js';
import { DirectoryChangeBudget } from '../ledger/directory-change-budget.js';
import { DisprovedRows } from '../ledger/disproved-rows.js';
import { ClaimHandler } from './claim-handler.js';
import { ClaimReader } from './claim-reader.js';
import { LaneFactory } from './lane-factory.js';
import { RegistrationLinks } from '../ledger/registration-links.js';
import { LateWrites } from '../ledger/late-writes.js';
import { WorkerPresence } from '../ledger/worker-presence.js';
import { LaneIdleNotifier } from './lane-idle-notifier.js';
import { RegistrationOutcomes } from '../ledger/registration-outcomes.js';
import { RegistrationQueue } from '../ledger/registration-queue.js';
import { RegistrationSweeper } from '../ledger/registration-sweeper.js';
import { RegistrationWriter } from './registration-writer.js';
import { SyncTargets } from './sync-targets.js';
import { WriteBackWorker } from './write-back-worker.js';

/** The write-back worker and its parts. */
@Module({
  imports: [DirectoryIntegrationModule, OktaTargetModule, OutboundScimModule, WebhooksModule],
  providers: [
    ClaimHandler,
    DirectoryChangeBudget,
    DirectoryChangeCap,
    DisprovedRows,
    ClaimReader,
    LaneFactory,
    LaneIdleNotifier,
    LateWrites,
    SharedUsers,
    RegistrationLinks,
    RegistrationOutcomes,
    RegistrationQueue,
    RegistrationSweeper,
    RegistrationWriter,
    SyncTargets,
    WorkerPresence,
    WriteBackMetrics,
    WriteBackWorker,
  ],
  exports: [LaneIdleNotifier, SharedUsers, SyncTargets, WriteBackWorker],
})
export class WriteBackModule {}
