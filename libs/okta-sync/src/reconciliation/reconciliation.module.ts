import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { DirectoryIntegrationModule } from '@rollcall/directory-integration';
import { OktaTargetModule } from '../okta/okta-target.module.js';
import { WriteBackModule } from '../write-back/write-back.module.js';
import { CandidateCheck } from './compare/candidate-check.js';
import { DriftRepository } from './records/drift.repository.js';
import { OtherIntegrations } from './compare/other-integrations.js';
import { OurList } from './compare/our-list.js';
import { LocalRegistrationRepository } from './compare/local-registration.repository.js';
import { Reconciler } from './compare/reconciler.js';
import { ReconciliationRunRepository } from './records/reconciliation-run.repository.js';
import { ReconciliationCron, ReconciliationSchedule } from './reconciliation-schedule.js';
import { ReconciliationService } from './reconciliation.service.js';
import { ReconciliationWorker } from './reconciliation-worker.js';
import { RemotePages } from './compare/remote-pages.js';
import { RemoteSide } from './compare/remote-side.js';
import { RepairQueue } from './repair/repair-queue.js';
import { RepairWait } from './repair/repair-wait.js';
import { RunExecution } from './run-execution.js';
import { RunRecorder } from './compare/run-recorder.js';
import { TargetRetry } from './compare/target-retry.js';

/** Reconciliation: the API that starts runs, and the worker that executes them. */
@Module({
  imports: [ScheduleModule.forRoot(), DirectoryIntegrationModule, OktaTargetModule, WriteBackModule],
  providers: [
    CandidateCheck,
    DriftRepository,
    OtherIntegrations,
    OurList,
    LocalRegistrationRepository,
    Reconciler,
    ReconciliationRunRepository,
    ReconciliationSchedule,
    ReconciliationCron,
    ReconciliationService,
    ReconciliationWorker,
    RemotePages,
    RemoteSide,
    RepairQueue,
    RepairWait,
    RunExecution,
    RunRecorder,
    TargetRetry,
  ],
  exports: [ReconciliationRunRepository, ReconciliationService],
})
export class ReconciliationModule {}
