import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Identity } from '@rollcall/directory';
import { type Admin, CurrentAdmin } from '@rollcall/tenancy';
import { Passkey, toPasskey } from './passkey.type.js';
import { PasskeysLoader } from './passkeys-loader.js';

@Resolver(() => Identity)
export class IdentityPasskeysResolver {
  constructor(private readonly loader: PasskeysLoader) {}

  @ResolveField(() => [Passkey], { description: 'Oldest first, revoked ones included.' })
  async passkeys(
    @CurrentAdmin() admin: Admin,
    @Parent() { id }: Identity,
    @Context() context: object,
  ): Promise<Passkey[]> {
    return (await this.loader.load(context, admin, id)).map(toPasskey);
  }
}
