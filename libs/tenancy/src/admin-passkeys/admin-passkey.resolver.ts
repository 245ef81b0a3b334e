import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Connection, PageArgs, pageRequestOf, toConnection } from '@rollcall/platform';
import type { Admin } from '../access/admin.js';
import { AdminRole } from '../access/admin-role.js';
import { CurrentAdmin } from '../access/current-admin.decorator.js';
import { RequireRole } from '../access/require-role.decorator.js';
import { AdminPasskey, AdminPasskeyConnection, toAdminPasskey } from './admin-passkey.type.js';
import { AdminPasskeys } from './admin-passkeys.js';

@Resolver(() => AdminPasskey)
@RequireRole(AdminRole.VIEWER)
export class AdminPasskeyResolver {
  constructor(private readonly passkeys: AdminPasskeys) {}

  @Query(() => AdminPasskeyConnection, { description: "One's own, newest first. They are added at /session/passkeys." })
  async adminPasskeys(
    @CurrentAdmin() admin: Admin,
    @Args({ type: () => PageArgs }) page: PageArgs,
  ): Promise<Connection<AdminPasskey>> {
    return toConnection(await this.passkeys.list(admin, pageRequestOf(page)), toAdminPasskey);
  }

  @Mutation(() => AdminPasskey, {
    description: "One's own. Also ends the sessions that were started with it, but the one that asks.",
  })
  async removeAdminPasskey(
    @CurrentAdmin() admin: Admin,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AdminPasskey> {
    return toAdminPasskey(await this.passkeys.remove(admin, id));
  }
}
