import { type DocumentNode, GraphQLError, Kind, visit } from 'graphql';
import { isStorable } from '../text/storable-text.js';

/** Refuses variables with a string that PostgreSQL cannot store, at any depth. @throws GraphQLError BAD_USER_INPUT with the field */
export function requireStorable(value: unknown, field: string): void {
  if (typeof value === 'string' && !isStorable(value)) throw refusal(field);
}

/** Refuses a document with a string literal that PostgreSQL cannot store. @throws GraphQLError BAD_USER_INPUT with the field */
export function requireStorableLiterals(document: DocumentNode): void {
  visit(document, {
    StringValue: ({ value }, _key, _parent, _path, ancestors) => {
      if (isStorable(value)) return;
      const named = ancestors
        .flat()
        .findLast((node) => 'kind' in node && (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD));
      throw refusal(named && 'name' in named && named.name?.kind === Kind.NAME ? named.name.value : '');
    },
  });
}

function refusal(field: string): GraphQLError {
  const message = `"${field}" contains a character that cannot be stored: NUL or half of a surrogate pair.`;
  return new GraphQLError(message, {
    extensions: { code: 'BAD_USER_INPUT', ...(field && { field }), http: { status: 400 } },
  });
}
