import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { type Admin, AdminRole, CurrentAdmin, RequireRole } from '@rollcall/tenancy';
import { RegistrationTrends } from '../trends/registration-trends.js';
import { TrendWindow } from '../trends/trend-window.js';
import { RegistrationTrendLines, toTrendLines } from './registration-trends.type.js';

@Resolver(() => RegistrationTrendLines)
export class RegistrationTrendsResolver {
  constructor(private readonly trends: RegistrationTrends) {}

  @Query(() => RegistrationTrendLines, { description: 'Latency, queue, drift and quota of one integration over time.' })
  @RequireRole(AdminRole.VIEWER)
  async registrationTrends(
    @CurrentAdmin() admin: Admin,
    @Args('integrationId', { type: () => ID }) integrationId: string,
    @Args('window', { type: () => TrendWindow }) window: TrendWindow,
  ): Promise<RegistrationTrendLines> {
    return toTrendLines(await this.trends.read(admin, integrationId, window));
  }
}
