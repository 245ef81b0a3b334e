import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { Admin } from '../access/admin.js';
import { AdminRole } from '../access/admin-role.js';
import { CurrentAdmin } from '../access/current-admin.decorator.js';
import { RequireRole } from '../access/require-role.decorator.js';
import { NodeFinders } from './node-finders.js';
import { Node, type TypedNode } from './node.interface.js';

@Resolver(() => Node)
export class NodeResolver {
  constructor(private readonly finders: NodeFinders) {}

  @Query(() => Node, { nullable: true, description: 'Reads an object by its id, whatever its type.' })
  @RequireRole(AdminRole.VIEWER)
  node(@CurrentAdmin() admin: Admin, @Args('id', { type: () => ID }) id: string): Promise<TypedNode | null> {
    return this.finders.find(admin, id);
  }
}
