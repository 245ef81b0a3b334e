import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Connection, PageArgs, pageRequestOf, toConnection } from '@rollcall/platform';
import { type Admin, AdminRole, CurrentAdmin, NodeFinders, RequireRole } from '@rollcall/tenancy';
import { ReconciliationService } from '../reconciliation/reconciliation.service.js';
import { type Drift, DriftConnection, toDrift } from './drift.type.js';
import { ReconciliationRun, ReconciliationRunConnection, toReconciliationRun } from './reconciliation-run.type.js';
import { StartReconciliationInput } from './start-reconciliation.input.js';

@Resolver(() => ReconciliationRun)
export class ReconciliationResolver {
  constructor(
    private readonly service: ReconciliationService,
    nodes: NodeFinders,
  ) {
    nodes.add('ReconciliationRun', (admin, id) => this.reconciliationRun(admin, id));
  }

  @Query(() => ReconciliationRunConnection, { description: 'Newest first.' })
  @RequireRole(AdminRole.VIEWER)
  async reconciliationRuns(
    @CurrentAdmin() admin: Admin,
    @Args('integrationId', { type: () => ID }) integrationId: string,
    @Args() page: PageArgs,
  ): Promise<Connection<ReconciliationRun>> {
    return toConnection(await this.service.list(admin, integrationId, pageRequestOf(page)), toReconciliationRun);
  }

  @Query(() => ReconciliationRun, { nullable: true })
  @RequireRole(AdminRole.VIEWER)
  async reconciliationRun(
    @CurrentAdmin() admin: Admin,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ReconciliationRun | null> {
    const run = await this.service.find(admin, id);
    return run ? toReconciliationRun(run) : null;
  }

  @ResolveField(() => DriftConnection, { description: 'In the order in which it was found; kept for 90 days.' })
  async drift(
    @CurrentAdmin() admin: Admin,
    @Parent() { id }: ReconciliationRun,
    @Args() page: PageArgs,
  ): Promise<Connection<Drift>> {
    return toConnection(await this.service.drift(admin, id, pageRequestOf(page)), toDrift);
  }

  @Mutation(() => ReconciliationRun, {
    description:
      'Compares the target with us, and repairs the target unless it is a dry run. One at a time per integration.',
  })
  @RequireRole(AdminRole.OPERATOR)
  async startReconciliation(
    @CurrentAdmin() admin: Admin,
    @Args('input') { integrationId, dryRun, maxChangeRatio }: StartReconciliationInput,
  ): Promise<ReconciliationRun> {
    const options = { integrationId, dryRun: dryRun ?? undefined, maxChangeRatio: maxChangeRatio ?? undefined };
    return toReconciliationRun(await this.service.start(admin, options));
  }

  @Mutation(() => ReconciliationRun)
  @RequireRole(AdminRole.OPERATOR)
  async cancelReconciliation(
    @CurrentAdmin() admin: Admin,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ReconciliationRun> {
    return toReconciliationRun(await this.service.cancel(admin, id));
  }
}
