import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Identity, IdentitySearch, toIdentity } from '@rollcall/directory';
import { DirectoryIntegrationService } from '@rollcall/directory-integration';
import { Passkey, PasskeyService, toPasskey } from '@rollcall/passkeys';
import {
  Clock,
  type Connection,
  encodeCursor,
  idSliceOf,
  nullIfNotFound,
  pageRequestOf,
  toConnection,
  toPage,
} from '@rollcall/platform';
import { type Admin, AdminRole, CurrentAdmin, RequireRole } from '@rollcall/tenancy';
import { SignInEventRepository } from '../log/sign-in-event.repository.js';
import { SignInEvent, SignInEventConnection, SignInsArgs, toSignInEvent } from './sign-in-event.type.js';

@Resolver(() => SignInEvent)
export class SignInsResolver {
  constructor(
    private readonly events: SignInEventRepository,
    private readonly integrations: DirectoryIntegrationService,
    private readonly identities: IdentitySearch,
    private readonly passkeys: PasskeyService,
    private readonly clock: Clock,
  ) {}

  @Query(() => SignInEventConnection, { description: 'Newest first; kept for 90 days.' })
  @RequireRole(AdminRole.VIEWER)
  async signIns(@CurrentAdmin() admin: Admin, @Args() args: SignInsArgs): Promise<Connection<SignInEvent>> {
    const request = pageRequestOf(args);
    const slice = idSliceOf(request, 'desc');
    const { integrationId = null, identityId = null, outcome = null } = args;
    if (integrationId !== null) await this.integrations.get(admin, integrationId);
    if (identityId !== null) await this.identities.get(admin, identityId);
    const filter = { tenantId: admin.tenantId, integrationId, identityId, outcome };
    const rows = await this.events.list(filter, slice);
    const page = toPage(
      rows,
      request,
      () => this.events.count(filter),
      ({ id }) => encodeCursor([id]),
    );
    return toConnection(page, toSignInEvent);
  }

  @ResolveField(() => Identity, { nullable: true, description: 'Null when it is not known, or was deleted since.' })
  async identity(@CurrentAdmin() admin: Admin, @Parent() { identityId }: SignInEvent): Promise<Identity | null> {
    if (identityId === null) return null;
    return nullIfNotFound(async () => toIdentity(await this.identities.get(admin, identityId), this.clock.now()));
  }

  @ResolveField(() => Passkey, { nullable: true, description: 'Null when it is not known, or was deleted since.' })
  async passkey(@CurrentAdmin() admin: Admin, @Parent() { passkeyId }: SignInEvent): Promise<Passkey | null> {
    if (passkeyId === null) return null;
    return nullIfNotFound(async () => toPasskey(await this.passkeys.get(admin, passkeyId)));
  }
}
