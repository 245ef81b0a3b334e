import { Injectable } from '@nestjs/common';
import { ScimAuthGuard } from '@rollcall/credentials';
import { TenantShare } from '@rollcall/platform';
import type { FastifyInstance } from 'fastify';
import { RequestLog } from './request-log/request-log.js';
import { Throttle } from './throttle/throttle.js';
import { BodyParser } from './http/body-parser.js';
import { ScimEndpoints } from './scim-endpoints.js';
import { scimPlugin } from './scim-plugin.js';

/** SCIM as one Fastify plugin. */
@Injectable()
export class ScimHttp {
  constructor(
    private readonly guard: ScimAuthGuard,
    private readonly throttle: Throttle,
    private readonly share: TenantShare,
    private readonly bodies: BodyParser,
    private readonly log: RequestLog,
    private readonly endpoints: ScimEndpoints,
  ) {}

  plugin(): (scope: FastifyInstance) => Promise<void> {
    return scimPlugin(this.guard, this.throttle, this.share, this.bodies, this.log, this.endpoints.routes);
  }
}
