import type { IncomingHttpHeaders } from 'node:http';
import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Admin } from './admin.js';

/** The parts of a Fastify request that the guard reads and writes. */
export interface AdminRequest {
  method: string;
  headers: IncomingHttpHeaders;
  admin?: Admin;
}

/** The HTTP request behind a controller method or a GraphQL field. */
export function adminRequestOf(context: ExecutionContext): AdminRequest {
  return context.getType<'http' | 'graphql'>() === 'graphql'
    ? GqlExecutionContext.create(context).getContext<{ req: AdminRequest }>().req
    : context.switchToHttp().getRequest<AdminRequest>();
}
