import { Injectable } from '@nestjs/common';
import { isId } from '@rollcall/platform';
import type { Admin } from '../access/admin.js';
import type { TypedNode } from './node.interface.js';

/** Loads an object by id that the role VIEWER may read; null when the tenant has none. */
export type NodeFinder = (admin: Admin, id: string) => Promise<object | null>;

/** The types that implement Node, registered by the libraries that own them. */
@Injectable()
export class NodeFinders {
  private readonly finders = new Map<string, NodeFinder>();

  /** @param type name of the GraphQL type */
  add(type: string, find: NodeFinder): void {
    this.finders.set(type, find);
  }

  async find(admin: Admin, id: string): Promise<TypedNode | null> {
    if (!isId(id)) return null;
    for (const [type, find] of this.finders) {
      const found = await find(admin, id);
      if (found) return { ...found, __typename: type };
    }
    return null;
  }
}
