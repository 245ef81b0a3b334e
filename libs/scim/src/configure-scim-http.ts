import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ScimHttp } from './scim-http.js';

/** Mounts SCIM under /scim; call before `app.init()`. */
export function configureScimHttp(app: NestFastifyApplication): void {
  const scim = app.get(ScimHttp, { strict: false });
  void app.register(scim.plugin(), { prefix: '/scim' });
}
