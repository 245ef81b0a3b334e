import { DirectoryChangeBudgetRow } from './ledger/directory-change-budget.row.js';
import { DoctorVisitRow } from './health/doctor-visit.row.js';
import { OktaEventHookRow } from './event-hooks/okta-event-hook.row.js';
import { OktaHookEventRow } from './event-hooks/okta-hook-event.row.js';
import { RegistrationEventRow } from './history/registration-event.row.js';
import { ReconciliationDriftRow } from './reconciliation/records/reconciliation-drift.row.js';
import { ReconciliationRunRow } from './reconciliation/records/reconciliation-run.row.js';
import { ReconciliationPageRow } from './reconciliation/records/reconciliation-page.row.js';
import { RegistrationRow } from './ledger/registration.row.js';
import { TrendSampleRow } from './trends/trend-sample.row.js';
import { RegistrationSweepRow } from './ledger/registration-sweep.row.js';

/** Tables of this library; a test compares them with the migrations. */
export const oktaSyncRows = [
  RegistrationRow,
  RegistrationEventRow,
  RegistrationSweepRow,
  DirectoryChangeBudgetRow,
  OktaEventHookRow,
  DoctorVisitRow,
  OktaHookEventRow,
  ReconciliationRunRow,
  ReconciliationDriftRow,
  ReconciliationPageRow,
  TrendSampleRow,
];
