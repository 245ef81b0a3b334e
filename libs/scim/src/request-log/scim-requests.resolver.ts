import { Args, ArgsType, Field, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { DirectoryIntegrationService } from '@rollcall/directory-integration';
import {
  type Connection,
  encodeCursor,
  idSliceOf,
  IsBetween,
  PageArgs,
  pageRequestOf,
  toConnection,
  toPage,
} from '@rollcall/platform';
import { type Admin, AdminRole, CurrentAdmin, RequireRole } from '@rollcall/tenancy';
import { RequestLogRepository } from './request-log.repository.js';
import { ScimRequest, ScimRequestConnection, toScimRequest } from './scim-request.type.js';

@ArgsType()
class ScimRequestsArgs extends PageArgs {
  @Field(() => ID) integrationId!: string;
  @IsBetween(100, 599, '"status" must be an HTTP status, from 100 to 599.')
  @Field(() => Int, { nullable: true, description: 'HTTP status.' })
  status?: number;
  @Field(() => Boolean, { nullable: true, description: 'Only requests whose credential was accepted, or was not.' })
  authenticated?: boolean;
}

@Resolver(() => ScimRequest)
export class ScimRequestsResolver {
  constructor(
    private readonly integrations: DirectoryIntegrationService,
    private readonly requests: RequestLogRepository,
  ) {}

  /** Newest first. */
  @Query(() => ScimRequestConnection)
  @RequireRole(AdminRole.VIEWER)
  async scimRequests(@CurrentAdmin() admin: Admin, @Args() args: ScimRequestsArgs): Promise<Connection<ScimRequest>> {
    const request = pageRequestOf(args);
    const slice = idSliceOf(request, 'desc');
    await this.integrations.get(admin, args.integrationId);
    const key = { tenantId: admin.tenantId, integrationId: args.integrationId };
    const filter = { status: args.status ?? null, authenticated: args.authenticated ?? null };
    const rows = await this.requests.list(key, filter, slice);
    const total = (): Promise<number> => this.requests.count(key, filter);
    const page = toPage(rows, request, total, ({ id }) => encodeCursor([id]));
    return toConnection(page, toScimRequest);
  }
}
