import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { DirectoryIntegrationService } from '@rollcall/directory-integration';
import { Clock } from '@rollcall/platform';
import { type Admin, AdminRole, CurrentAdmin, RequireRole } from '@rollcall/tenancy';
import { SignInFiguresRepository } from './sign-in-figures.repository.js';
import { SignInFigures } from './sign-in-figures.type.js';
import { SIGN_IN_WINDOWS, SignInWindow } from './sign-in-window.js';

@Resolver(() => SignInFigures)
export class SignInFiguresResolver {
  constructor(
    private readonly integrations: DirectoryIntegrationService,
    private readonly repository: SignInFiguresRepository,
    private readonly clock: Clock,
  ) {}

  @Query(() => SignInFigures, { description: 'Counts and median time of ended sign-ins.' })
  @RequireRole(AdminRole.VIEWER)
  async signInFigures(
    @CurrentAdmin() admin: Admin,
    @Args('integrationId', { type: () => ID }) integrationId: string,
    @Args('window', { type: () => SignInWindow, nullable: true, defaultValue: SignInWindow.DAY }) window: SignInWindow,
  ): Promise<SignInFigures> {
    await this.integrations.get(admin, integrationId);
    const { lengthMs, stepMs } = SIGN_IN_WINDOWS[window];
    const since = new Date(this.clock.now().getTime() - lengthMs);
    const rows = await this.repository.since({ tenantId: admin.tenantId, integrationId }, since, stepMs);
    const points = rows.flatMap(({ at, median, ...counts }) => (at ? [{ at, ...counts, medianSeconds: median }] : []));
    const total = rows.find(({ at }) => at === null);
    return {
      since,
      succeeded: total?.succeeded ?? 0,
      refused: total?.refused ?? 0,
      abandoned: total?.abandoned ?? 0,
      medianSeconds: total?.median ?? null,
      points,
    };
  }
}
