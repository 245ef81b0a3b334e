import { Field, ID, InterfaceType } from '@nestjs/graphql';

/** An object together with the name of its GraphQL type. */
export interface TypedNode {
  __typename: string;
}

@InterfaceType({
  description: 'Something that `node` finds by its id alone.',
  resolveType: ({ __typename }: TypedNode) => __typename,
})
export abstract class Node {
  @Field(() => ID) id!: string;
}
