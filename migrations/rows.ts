import { credentialsRows } from '@rollcall/credentials';
import { directoryRows } from '@rollcall/directory';
import { directoryIntegrationRows } from '@rollcall/directory-integration';
import { oktaRows } from '@rollcall/okta';
import { oktaSyncRows } from '@rollcall/okta-sync';
import { platformRows } from '@rollcall/platform';
import { passkeysRows } from '@rollcall/passkeys';
import { scimRows } from '@rollcall/scim';
import { signInRows } from '@rollcall/sign-in';
import { tenancyRows } from '@rollcall/tenancy';
import { webhooksRows } from '@rollcall/webhooks';

/** Entities of all tables; a test compares them with the migrations. */
export const rows = [
  ...platformRows,
  ...tenancyRows,
  ...directoryIntegrationRows,
  ...credentialsRows,
  ...directoryRows,
  ...passkeysRows,
  ...scimRows,
  ...webhooksRows,
  ...oktaRows,
  ...signInRows,
  ...oktaSyncRows,
];
