import type { Admin } from './admin.js';
import type { AdminRequest } from './admin-request.js';

/** Finds the administrator who sends a request. Implemented with tokens, sessions and tenants, which this folder does not import. */
export abstract class AdminAuthenticator {
  /** Asked once per request. @throws UNAUTHENTICATED, FORBIDDEN for a request that another site may have made the browser send */
  abstract authenticate(request: AdminRequest): Promise<Admin>;
}
