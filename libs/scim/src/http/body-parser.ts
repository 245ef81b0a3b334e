import { Injectable } from '@nestjs/common';
import { TenantCosts, WorkSlices } from '@rollcall/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bodySteps } from './request-body.js';

/** Bytes from which on a body waits until its tenant's earlier work has let others run. */
const LARGE = 64 * 1024;

/** Parses JSON bodies; the time it takes is charged to the tenant, whose request is authenticated by then. */
@Injectable()
export class BodyParser {
  constructor(
    private readonly costs: TenantCosts,
    private readonly slices: WorkSlices,
  ) {}

  /** A parser of Fastify's; an empty body is undefined. */
  parserOf(scope: FastifyInstance): (request: FastifyRequest, body: Buffer) => Promise<unknown> {
    const parse = scope.getDefaultJsonParser('error', 'error');
    return async (request, body) => {
      if (body.length === 0) return undefined;
      const tenantId = request.scim?.tenantId ?? '';
      const text = await this.slices.run(tenantId, bodySteps(body));
      // JSON.parse takes a whole body at once.
      if (body.length >= LARGE) await this.slices.next(tenantId);
      return new Promise((resolve, reject) => {
        const done = (error: Error | null, value?: unknown): void => (error === null ? resolve(value) : reject(error));
        this.costs.measure(tenantId, () => parse(request, text, done));
      });
    };
  }
}
