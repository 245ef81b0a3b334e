import { Args, ID, Query, Resolver, registerEnumType } from '@nestjs/graphql';
import { DirectoryIntegrationService } from '@rollcall/directory-integration';
import { Clock } from '@rollcall/platform';
import { type Admin, AdminRole, CurrentAdmin, RequireRole } from '@rollcall/tenancy';
import { SignInFiguresRepository } from './sign-in-figures.repository.js';
import { SignInFigures } from './sign-in-figures.type.js';

enum SignInWindow {
  DAY = 'DAY',
  WEEK = 'WEEK',
}

registerEnumType(SignInWindow, { name: 'SignInWindow', description: 'How far back figures of sign-ins go.' });

const MINUTE_MS = 60_000;

/** Each window has about 50 intervals (48 and 56), because a small chart cannot show more. */
const SIGN_IN_WINDOWS: Readonly<Record<SignInWindow, { lengthMs: number; stepMs: number }>> = {
  [SignInWindow.DAY]: { lengthMs: 24 * 60 * MINUTE_MS, stepMs: 30 * MINUTE_MS },
  [SignInWindow.WEEK]: { lengthMs: 7 * 24 * 60 * MINUTE_MS, stepMs: 180 * MINUTE_MS },
};

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
