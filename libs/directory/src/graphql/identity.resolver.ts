import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock, type Connection, DomainError, PageArgs, pageRequestOf, toConnection } from '@rollcall/platform';
import { type Admin, AdminRole, CurrentAdmin, RequireRole } from '@rollcall/tenancy';
import { GroupSearch } from '../groups/group-search.js';
import type { IdentityRecord } from '../identities/identity-record.js';
import { IdentitySearch } from '../identities/identity-search.js';
import { type Group, GroupConnection, toGroup } from './group.type.js';
import { IdentitiesArgs } from './identities.args.js';
import { Identity, IdentityConnection, toIdentity } from './identity.type.js';

@Resolver(() => Identity)
export class IdentityResolver {
  constructor(
    private readonly identitySearch: IdentitySearch,
    private readonly groupSearch: GroupSearch,
    private readonly clock: Clock,
  ) {}

  @Query(() => IdentityConnection)
  @RequireRole(AdminRole.VIEWER)
  async identities(@CurrentAdmin() admin: Admin, @Args() args: IdentitiesArgs): Promise<Connection<Identity>> {
    const page = await this.identitySearch.search(admin, args, pageRequestOf(args));
    return toConnection(page, (record) => this.present(record), args.after);
  }

  @Query(() => Identity, { nullable: true })
  @RequireRole(AdminRole.VIEWER)
  async identity(@CurrentAdmin() admin: Admin, @Args('id', { type: () => ID }) id: string): Promise<Identity | null> {
    try {
      return this.present(await this.identitySearch.get(admin, id));
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NOT_FOUND') return null;
      throw error;
    }
  }

  @ResolveField(() => GroupConnection)
  async groups(
    @CurrentAdmin() admin: Admin,
    @Parent() { id }: Identity,
    @Args() args: PageArgs,
  ): Promise<Connection<Group>> {
    const page = await this.groupSearch.search(admin, { memberId: id }, pageRequestOf(args));
    return toConnection(page, toGroup, args.after);
  }

  private present(record: IdentityRecord): Identity {
    return toIdentity(record, this.clock.now());
  }
}
