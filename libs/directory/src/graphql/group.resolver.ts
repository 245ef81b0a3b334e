import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock, type Connection, PageArgs, pageRequestOf, toConnection } from '@rollcall/platform';
import { type Admin, AdminRole, CurrentAdmin, NodeFinders, RequireRole } from '@rollcall/tenancy';
import { GroupSearch } from '../groups/group-search.js';
import { IdentitySearch } from '../identities/identity-search.js';
import { Group, GroupConnection, toGroup } from './group.type.js';
import { GroupsArgs } from './identities.args.js';
import { type Identity, IdentityConnection, toIdentity } from './identity.type.js';
import { MemberCounts } from './member-counts.js';

@Resolver(() => Group)
export class GroupResolver {
  constructor(
    private readonly groupSearch: GroupSearch,
    private readonly identitySearch: IdentitySearch,
    private readonly memberCounts: MemberCounts,
    private readonly clock: Clock,
    nodes: NodeFinders,
  ) {
    nodes.add('Group', (admin, id) => this.group(admin, id));
  }

  @Query(() => GroupConnection)
  @RequireRole(AdminRole.VIEWER)
  async groups(@CurrentAdmin() admin: Admin, @Args() args: GroupsArgs): Promise<Connection<Group>> {
    return toConnection(await this.groupSearch.search(admin, args, pageRequestOf(args)), toGroup);
  }

  @Query(() => Group, { nullable: true })
  @RequireRole(AdminRole.VIEWER)
  async group(@CurrentAdmin() admin: Admin, @Args('id', { type: () => ID }) id: string): Promise<Group | null> {
    const found = await this.groupSearch.find(admin, id);
    return found ? toGroup(found) : null;
  }

  @ResolveField(() => IdentityConnection)
  async members(
    @CurrentAdmin() admin: Admin,
    @Parent() { id }: Group,
    @Args() args: PageArgs,
  ): Promise<Connection<Identity>> {
    const page = await this.identitySearch.search(admin, { groupId: id }, pageRequestOf(args));
    return toConnection(page, (record) => toIdentity(record, this.clock.now()));
  }

  @ResolveField(() => Int)
  memberCount(@CurrentAdmin() admin: Admin, @Parent() { id }: Group, @Context() context: object): Promise<number> {
    return this.memberCounts.load(context, admin, id);
  }
}
