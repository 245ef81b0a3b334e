import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { currentTenantId } from '../tracing/request-context.js';
import { TenantShare } from '../rate-limit/tenant-share.js';
import { costOf, refuseTooComplex } from './complexity.js';
import { checkVariables } from './variable-limits.js';

/**
 * Refuses operations that are too complex, after their variables are known. Charges the cost of every other operation to its tenant before
 * the first field is resolved.
 */
@Plugin()
export class ComplexityPlugin implements ApolloServerPlugin {
  constructor(private readonly share: TenantShare) {}

  async requestDidStart(): Promise<GraphQLRequestListener<BaseContext>> {
    return {
      didResolveOperation: async ({ schema, document, operationName, request }) => {
        const operation = {
          schema,
          document,
          operationName: operationName ?? undefined,
          variables: request.variables ?? {},
        };
        checkVariables(operation);
        refuseTooComplex(operation);
        const tenantId = currentTenantId();
        if (tenantId !== undefined) await this.share.pay(tenantId, costOf(operation));
      },
    };
  }
}
