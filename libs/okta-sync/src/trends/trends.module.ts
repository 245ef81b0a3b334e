import { Module } from '@nestjs/common';
import { DirectoryIntegrationModule } from '@rollcall/directory-integration';
import { ReconciliationModule } from '../reconciliation/reconciliation.module.js';
import { RegistrationTrends } from './registration-trends.js';
import { TrendSampleRepository } from './trend-sample.repository.js';
import { TrendSampler } from './trend-sampler.js';

/** Trends of integrations over time. */
@Module({
  imports: [DirectoryIntegrationModule, ReconciliationModule],
  providers: [RegistrationTrends, TrendSampleRepository, TrendSampler],
  exports: [RegistrationTrends],
})
export class TrendsModule {}
