import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { formatGraphqlError } from './format-error.js';
import type { FastifyReply, FastifyRequest } from 'fastify';

export interface GraphqlContext {
  req: FastifyRequest;
  res: FastifyReply;
}

export const graphqlOptions: ApolloDriverConfig = {
  driver: ApolloDriver,
  autoSchemaFile: true,
  sortSchema: true,
  path: '/graphql',
  graphiql: false,
  csrfPrevention: true,
  introspection: true,
  includeStacktraceInErrorResponses: false,
  formatError: formatGraphqlError,
  context: (req: FastifyRequest, res: FastifyReply): GraphqlContext => ({ req, res }),
};
