import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppConfig } from '../config/app-config.js';
import { formatGraphqlError } from './format-error.js';
import { limitRules, MAX_TOKENS } from './limit-rules.js';

export interface GraphqlContext {
  req: FastifyRequest;
  res: FastifyReply;
}

/** Options of the admin API: limits for every operation, and the format of errors. */
export function graphqlOptions({ graphqlIntrospection }: AppConfig): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    autoSchemaFile: true,
    sortSchema: true,
    path: '/graphql',
    graphiql: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    // Apollo's own check is switched off, because the rule noIntrospection refuses introspection with a message that names the setting.
    introspection: true,
    hideSchemaDetailsFromClientErrors: !graphqlIntrospection,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: limitRules(graphqlIntrospection),
    includeStacktraceInErrorResponses: false,
    formatError: formatGraphqlError,
    context: (req: FastifyRequest, res: FastifyReply): GraphqlContext => ({ req, res }),
  };
}
