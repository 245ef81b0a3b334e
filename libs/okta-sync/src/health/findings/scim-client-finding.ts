import { CheckStatus, type DirectoryProvider } from '@rollcall/directory-integration';
import type { Finding } from '../../target/finding.js';
import { PROVIDER_FINDINGS } from './provider-findings.js';

const { OK, WARN } = CheckStatus;
const DAY_MS = 24 * 3_600_000;
/** The same threshold as in the alert RollcallOktaSilent. */
const SCIM_SILENT_DAYS = 3;

/** The last requests from the directory's SCIM client. */
export interface ScimCalls {
  provider: DirectoryProvider;
  /** Time of the last authenticated request. */
  last_scim_request_at: Date | null;
  /** Time of the last request with a refused credential. */
  refused_at: Date | null;
}

/**
 * Reports whether the directory's SCIM client has ever sent a request, when it sent the last one, and whether its
 * credential was accepted.
 */
export function scimFinding(
  { provider, last_scim_request_at: last, refused_at: refused }: ScimCalls,
  now: Date,
): Finding {
  const name = 'scim-requests';
  const client = PROVIDER_FINDINGS[provider].scimClient;
  if (refused !== null && (last === null || refused > last))
    return {
      name,
      status: WARN,
      message: `A SCIM request came with a credential that is not accepted, the last at ${refused.toISOString()}: generate a new token and enter it in ${client}.`,
    };
  if (last === null)
    return {
      name,
      status: WARN,
      message: `No SCIM request has come in yet: enter the SCIM URL and token in ${client}, then test the credentials there.`,
    };
  if (now.getTime() - last.getTime() > SCIM_SILENT_DAYS * DAY_MS)
    return {
      name,
      status: WARN,
      message: `The last SCIM request came in at ${last.toISOString()}: a quiet directory, or it has lost its token. Test the credentials in ${client}.`,
    };
  return { name, status: OK, message: `The last SCIM request came in at ${last.toISOString()}.` };
}
