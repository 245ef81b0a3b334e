import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Page } from './page.js';

@ObjectType()
export class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => Boolean) hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true }) startCursor!: string | null;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

export interface Edge<N> {
  cursor: string;
  node: N;
}

/** The shape of a Relay connection. */
export interface Connection<N> {
  edges: Edge<N>[];
  nodes: N[];
  pageInfo: PageInfo;
  /** A function is called only if the query requests the field. */
  totalCount: number | Promise<number>;
}

/** Creates the object types `<Name>Connection` and `<Name>Edge` for a node type (Relay cursor connections). */
export function connectionOf<N>(node: Type<N>, name: string = node.name): Type<Connection<N>> {
  @ObjectType(`${name}Edge`)
  class NodeEdge implements Edge<N> {
    @Field(() => String) cursor!: string;
    @Field(() => node) node!: N;
  }

  @ObjectType(`${name}Connection`)
  class NodeConnection implements Connection<N> {
    @Field(() => [NodeEdge]) edges!: NodeEdge[];
    @Field(() => [node]) nodes!: N[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
    @Field(() => Int) totalCount!: number | Promise<number>;
  }

  return NodeConnection;
}

export function toConnection<T, N>(page: Page<T>, map: (row: T) => N): Connection<N> {
  const nodes = page.nodes.map(map);
  return {
    nodes,
    edges: nodes.map((node, index) => ({ node, cursor: page.cursors[index]! })),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: page.cursors[0] ?? null,
      endCursor: page.cursors.at(-1) ?? null,
    },
    // A getter, because the default resolver of @Field reads the property.
    get totalCount() {
      return typeof page.totalCount === 'function' ? page.totalCount() : page.totalCount;
    },
  };
}
