import type { Admin } from './admin.js';
import type { AdminRequest } from './admin-request.js';

/** Who sends a request. Implemented over tokens, sessions and tenants, which this folder does not know. */
export abstract class AdminAuthenticator {
  /** Asked once per request. @throws UNAUTHENTICATED, FORBIDDEN for a request that another site may have made the browser send */
  abstract authenticate(request: AdminRequest): Promise<Admin>;
}
