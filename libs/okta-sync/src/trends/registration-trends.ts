import { Injectable } from '@nestjs/common';
import { DirectoryIntegrationService } from '@rollcall/directory-integration';
import { Clock, type Caller } from '@rollcall/platform';
import { ReconciliationRunRepository } from '../reconciliation/records/reconciliation-run.repository.js';
import type { ReconciliationRunRow } from '../reconciliation/records/reconciliation-run.row.js';
import { thinTrend, type TrendPoint } from './thin-trend.js';
import { TrendSampleRepository } from './trend-sample.repository.js';
import type { TrendSampleRow } from './trend-sample.row.js';
import { TREND_WINDOWS, type TrendWindow } from './trend-window.js';

const MAX_RUNS = 180;

export interface Trends {
  since: Date;
  stepMs: number;
  points: TrendPoint[];
  /** The newest 180 runs at most, oldest first. */
  runs: ReconciliationRunRow[];
}

/** Reads the figures of an integration over a recent period. */
@Injectable()
export class RegistrationTrends {
  constructor(
    private readonly integrations: DirectoryIntegrationService,
    private readonly samples: TrendSampleRepository,
    private readonly runs: ReconciliationRunRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND */
  async read(caller: Caller, integrationId: string, window: TrendWindow): Promise<Trends> {
    await this.integrations.get(caller, integrationId);
    const { lengthMs, stepMs } = TREND_WINDOWS[window];
    const since = new Date(this.clock.now().getTime() - lengthMs);
    const [samples, runs] = await Promise.all([
      this.samples.since(caller.tenantId, integrationId, since),
      this.runs.finishedSince(caller.tenantId, integrationId, since, MAX_RUNS),
    ]);
    return { since, stepMs, points: thinTrend(samples.map(pointOf), stepMs), runs };
  }
}

function pointOf(row: TrendSampleRow): TrendPoint {
  const { at, binds, bind_p50: bindP50, bind_p95: bindP95, queued, oldest, quota_left: quotaLeft } = row;
  return { at, binds, bindP50, bindP95, queued, oldest, quotaLeft };
}
