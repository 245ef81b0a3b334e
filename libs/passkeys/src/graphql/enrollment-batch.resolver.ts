import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { nullIfNotFound } from '@rollcall/platform';
import { type Admin, AdminRole, CurrentAdmin, NodeFinders, RequireRole } from '@rollcall/tenancy';
import { EnrollmentBatches } from '../batches/enrollment-batches.js';
import { CreateEnrollmentsInput } from './create-enrollments.input.js';
import { EnrollmentBatch, EnrollmentBatchLinkPage, OpenLinks, toEnrollmentBatch } from './enrollment-batch.type.js';

@Resolver(() => EnrollmentBatch)
export class EnrollmentBatchResolver {
  constructor(
    private readonly batches: EnrollmentBatches,
    nodes: NodeFinders,
  ) {
    nodes.add('EnrollmentBatch', (admin, id) => nullIfNotFound(() => this.enrollmentBatch(admin, id)));
  }

  @Query(() => EnrollmentBatch)
  @RequireRole(AdminRole.VIEWER)
  async enrollmentBatch(
    @CurrentAdmin() admin: Admin,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<EnrollmentBatch> {
    return toEnrollmentBatch(await this.batches.get(admin, id));
  }

  @Query(() => [EnrollmentBatch], { description: 'Newest first; an integration keeps 20 finished ones.' })
  @RequireRole(AdminRole.VIEWER)
  async enrollmentBatches(
    @CurrentAdmin() admin: Admin,
    @Args('integrationId', { type: () => ID }) integrationId: string,
    @Args('groupId', { type: () => ID, nullable: true }) groupId?: string | null,
  ): Promise<EnrollmentBatch[]> {
    return (await this.batches.list(admin, integrationId, groupId)).map(toEnrollmentBatch);
  }

  @Mutation(() => EnrollmentBatch, {
    description:
      'Starts to make enrollment links for the active people of an integration or group who have no passkey.',
  })
  @RequireRole(AdminRole.OPERATOR)
  async createEnrollments(
    @CurrentAdmin() admin: Admin,
    @Args('input', { type: () => CreateEnrollmentsInput }) { openLinks, ...request }: CreateEnrollmentsInput,
  ): Promise<EnrollmentBatch> {
    return toEnrollmentBatch(await this.batches.start(admin, { ...request, renew: openLinks === OpenLinks.RENEW }));
  }

  @Mutation(() => EnrollmentBatch, { description: 'Ends a batch that is under way. Links made so far stay valid.' })
  @RequireRole(AdminRole.OPERATOR)
  async cancelEnrollmentBatch(
    @CurrentAdmin() admin: Admin,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<EnrollmentBatch> {
    return toEnrollmentBatch(await this.batches.cancel(admin, id));
  }

  @Mutation(() => EnrollmentBatchLinkPage, {
    description:
      'The links of a finished batch that may still be used, 500 at a time. May be asked again until linksUntil.',
  })
  @RequireRole(AdminRole.OPERATOR)
  fetchEnrollmentLinks(
    @CurrentAdmin() admin: Admin,
    @Args('batchId', { type: () => ID }) batchId: string,
    @Args('from', { type: () => String, nullable: true, description: 'The `next` of the page before.' })
    from?: string | null,
  ): Promise<EnrollmentBatchLinkPage> {
    return this.batches.fetchLinks(admin, batchId, from ?? null);
  }

  @Mutation(() => EnrollmentBatch, { description: 'The links can no longer be fetched; they stay valid.' })
  @RequireRole(AdminRole.OPERATOR)
  async discardEnrollmentLinks(
    @CurrentAdmin() admin: Admin,
    @Args('batchId', { type: () => ID }) batchId: string,
  ): Promise<EnrollmentBatch> {
    return toEnrollmentBatch(await this.batches.discardLinks(admin, batchId));
  }
}
