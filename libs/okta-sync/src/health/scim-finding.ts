import { CheckStatus } from '@rollcall/directory-integration';
import type { Finding } from './finding.js';

/** Whether the directory's SCIM client has ever called, and when it last did. */
export function scimFinding(lastRequestAt: Date | null): Finding {
  if (lastRequestAt === null) {
    return {
      name: 'scim-requests',
      status: CheckStatus.WARN,
      message: 'No SCIM request has come in yet: enter the SCIM URL and token in the SCIM application of Okta, then test the credentials there.',
    };
  }
  return { name: 'scim-requests', status: CheckStatus.OK, message: `The last SCIM request came in at ${lastRequestAt.toISOString()}.` };
}
