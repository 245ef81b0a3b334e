import type { Admin } from './admin.js';
import type { AdminRequest } from './admin-request.js';

/**
 * Finds the administrator of a request. Abstract, because the implementation needs tokens, sessions and tenants, which this folder must not
 * import.
 */
export abstract class AdminAuthenticator {
  /** Called once per request. @throws UNAUTHENTICATED, FORBIDDEN for a possible cross-site request forgery */
  abstract authenticate(request: AdminRequest): Promise<Admin>;
}
