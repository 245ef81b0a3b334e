import { Injectable } from '@nestjs/common';
import { TenantCosts, WorkSlices } from '@rollcall/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bodySteps } from './request-body.js';

/** Size in bytes from which a body is parsed only after its tenant's earlier work has yielded to other tenants. */
const LARGE = 64 * 1024;

/** Parses JSON bodies after authentication, and charges the time to the tenant. */
@Injectable()
export class BodyParser {
  constructor(
    private readonly costs: TenantCosts,
    private readonly slices: WorkSlices,
  ) {}

  /** A content-type parser for Fastify; an empty body is undefined. */
  parserOf(scope: FastifyInstance): (request: FastifyRequest, body: Buffer) => Promise<unknown> {
    const parse = scope.getDefaultJsonParser('error', 'error');
    return async (request, body) => {
      if (body.length === 0) return undefined;
      const tenantId = request.scim?.tenantId ?? '';
      const text = await this.slices.run(tenantId, bodySteps(body));
      // JSON.parse cannot pause within a body.
      if (body.length >= LARGE) await this.slices.next(tenantId);
      return new Promise((resolve, reject) => {
        const done = (error: Error | null, value?: unknown): void => (error === null ? resolve(value) : reject(error));
        this.costs.measure(tenantId, () => parse(request, text, done));
      });
    };
  }
}
