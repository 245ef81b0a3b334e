import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { RegistrationTab } from '../integrations/registration-tab';
import { ScimForm } from './scim-form';
import { SIGN_IN_LABEL } from './scim-sign-in';
import { ScimTest } from './scim-test';

/** The registration attribute of a Generic SCIM integration. */
export function ScimTab({ integration }: { integration: IntegrationFieldsFragment }) {
  const scim = integration.scimRegistration;
  return (
    <RegistrationTab
      integration={integration}
      configured={Boolean(scim)}
      invitation="An administrator can set it up here, so that a SCIM server learns who has a passkey."
      lead="Rollcall writes this attribute of a person’s user on a SCIM 2.0 server the moment they bind or lose a passkey."
      form={<ScimForm integration={integration} submitLabel="Save" />}
      facts={[
        ['SCIM base URL', scim?.baseUrl],
        ['Sign in with', scim && SIGN_IN_LABEL[scim.authentication]],
        ['Extension', scim?.extension],
        ['Registration attribute', scim?.attribute],
        ['Attribute Status', scim?.enabled ? 'Active' : 'Inactive'],
      ]}
    >
      {scim && <ScimTest integration={integration} />}
    </RegistrationTab>
  );
}
