import type { ApolloServerPlugin } from '@apollo/server';
import { refuseTooComplex } from './complexity.js';
import { checkVariables } from './variable-limits.js';

/** Refuses what is too complex once variables are known, and before anything is resolved. */
export const complexityPlugin: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operationName, request }) => {
      const operation = {
        schema,
        document,
        operationName: operationName ?? undefined,
        variables: request.variables ?? {},
      };
      checkVariables(operation);
      refuseTooComplex(operation);
    },
  }),
};
