import { Controller, Get } from '@nestjs/common';
import { HealthCheck, HealthCheckService, HealthIndicatorService, type HealthCheckResult } from '@nestjs/terminus';
import { DatabaseHealth } from './database-health.js';
import { Drain } from './drain.js';

/** Health checks for load balancers. Live: the event loop runs. Ready: this process can serve requests. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly database: DatabaseHealth,
    private readonly indicators: HealthIndicatorService,
    private readonly drain: Drain,
  ) {}

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    if (this.drain.begun) {
      const message = 'This server is stopping: it finishes what it has, send new requests to another one.';
      return this.health.check([() => this.indicators.check('server').down({ message })]);
    }
    return this.health.check([() => this.database.check('database')]);
  }
}
