export { refuseScimUrl } from './http/framework-errors.js';
export { sendError as refuseScim } from './http/scim-reply.js';
export { configureScimHttp } from './configure-scim-http.js';
export { RequestLogModule } from './request-log/request-log.module.js';
export { ScimModule } from './scim.module.js';
export { scimRows } from './scim-rows.js';
