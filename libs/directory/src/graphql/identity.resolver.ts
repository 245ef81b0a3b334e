import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock, type Connection, nullIfNotFound, PageArgs, pageRequestOf, toConnection } from '@rollcall/platform';
import { type Admin, AdminRole, CurrentAdmin, NodeFinders, RequireRole } from '@rollcall/tenancy';
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
    nodes: NodeFinders,
  ) {
    nodes.add('Identity', (admin, id) => this.identity(admin, id));
  }

  @Query(() => IdentityConnection)
  @RequireRole(AdminRole.VIEWER)
  async identities(
    @CurrentAdmin() admin: Admin,
    @Args() { orderBy, ...args }: IdentitiesArgs,
  ): Promise<Connection<Identity>> {
    const page = await this.identitySearch.search(admin, args, pageRequestOf(args), orderBy ?? undefined);
    return toConnection(page, (record) => this.present(record));
  }

  @Query(() => Identity, { nullable: true })
  @RequireRole(AdminRole.VIEWER)
  async identity(@CurrentAdmin() admin: Admin, @Args('id', { type: () => ID }) id: string): Promise<Identity | null> {
    return nullIfNotFound(async () => this.present(await this.identitySearch.get(admin, id)));
  }

  @ResolveField(() => GroupConnection)
  async groups(
    @CurrentAdmin() admin: Admin,
    @Parent() { id }: Identity,
    @Args() args: PageArgs,
  ): Promise<Connection<Group>> {
    const page = await this.groupSearch.search(admin, { memberId: id }, pageRequestOf(args));
    return toConnection(page, toGroup);
  }

  private present(record: IdentityRecord): Identity {
    return toIdentity(record, this.clock.now());
  }
}
