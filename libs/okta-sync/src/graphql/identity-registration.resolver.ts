import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Identity } from '@rollcall/directory';
import { type Admin, CurrentAdmin } from '@rollcall/tenancy';
import { RegistrationLoaders } from './registration-loaders.js';
import { Registration, toRegistration } from './registration.type.js';

@Resolver(() => Identity)
export class IdentityRegistrationResolver {
  constructor(private readonly loaders: RegistrationLoaders) {}

  @ResolveField(() => Registration, { nullable: true, description: 'Null until the person first binds a passkey.' })
  async registration(
    @Context() context: object,
    @CurrentAdmin() admin: Admin,
    @Parent() { id }: Identity,
  ): Promise<Registration | null> {
    const row = await this.loaders.of(context, admin.tenantId).registrations.load(id);
    return row ? toRegistration(row) : null;
  }
}
