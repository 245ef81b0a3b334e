import type { IncomingHttpHeaders } from 'node:http';
import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Admin } from './admin.js';

/** What the guard needs of a Fastify request, and what it leaves there. */
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
