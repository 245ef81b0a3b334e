import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DirectoryIntegration } from '@rollcall/directory-integration';
import { type Admin, CurrentAdmin } from '@rollcall/tenancy';
import { GroupSearch } from '../groups/group-search.js';
import { IdentitySearch } from '../identities/identity-search.js';

@Resolver(() => DirectoryIntegration)
export class IntegrationCountsResolver {
  constructor(
    private readonly identities: IdentitySearch,
    private readonly groups: GroupSearch,
  ) {}

  @ResolveField(() => Int)
  identityCount(@CurrentAdmin() admin: Admin, @Parent() { id }: DirectoryIntegration): Promise<number> {
    return this.identities.count(admin, { integrationId: id });
  }

  @ResolveField(() => Int)
  groupCount(@CurrentAdmin() admin: Admin, @Parent() { id }: DirectoryIntegration): Promise<number> {
    return this.groups.count(admin, { integrationId: id });
  }
}
