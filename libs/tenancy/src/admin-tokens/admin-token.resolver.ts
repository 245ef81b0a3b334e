import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PageArgs, pageRequestOf, toConnection, type Connection } from '@rollcall/platform';
import type { Admin } from '../access/admin.js';
import { AdminRole } from '../access/admin-role.js';
import { CurrentAdmin } from '../access/current-admin.decorator.js';
import { RequireRole } from '../access/require-role.decorator.js';
import { AdminTokenRevocation } from './admin-token-revocation.js';
import { AdminTokenService } from './admin-token.service.js';
import { AdminToken, AdminTokenConnection, toAdminToken } from './admin-token.type.js';
import { CreateAdminTokenInput } from './create-admin-token.input.js';
import { CreateAdminTokenPayload } from './create-admin-token.payload.js';

@Resolver(() => AdminToken)
@RequireRole(AdminRole.OWNER)
export class AdminTokenResolver {
  constructor(
    private readonly tokens: AdminTokenService,
    private readonly revocation: AdminTokenRevocation,
  ) {}

  @Query(() => AdminTokenConnection, { description: 'Newest first.' })
  async adminTokens(
    @CurrentAdmin() admin: Admin,
    @Args({ type: () => PageArgs }) page: PageArgs,
  ): Promise<Connection<AdminToken>> {
    return toConnection(await this.tokens.list(admin, pageRequestOf(page)), toAdminToken);
  }

  @Mutation(() => CreateAdminTokenPayload)
  async createAdminToken(
    @CurrentAdmin() admin: Admin,
    @Args('input', { type: () => CreateAdminTokenInput }) input: CreateAdminTokenInput,
  ): Promise<CreateAdminTokenPayload> {
    const { token, record } = await this.tokens.create(admin, input);
    return { token, adminToken: toAdminToken(record) };
  }

  @Mutation(() => AdminToken, {
    description:
      'Also ends the sessions that were signed in with it, and revokes the tokens that were created with it (unless keepCreated), ' +
      'but not the one that asks. The last OWNER of a tenant can be revoked by the root administrator only.',
  })
  async revokeAdminToken(
    @CurrentAdmin() admin: Admin,
    @Args('id', { type: () => ID }) id: string,
    @Args('keepCreated', { type: () => Boolean, defaultValue: false }) keepCreated: boolean,
  ): Promise<AdminToken> {
    return toAdminToken(await this.revocation.revoke(admin, id, { keepCreated }));
  }
}
