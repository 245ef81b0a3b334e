import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { RegistrationTab } from '../integrations/registration-tab';
import { ServiceAppSection } from './service-app-section';
import { SyncForm } from './sync-form';
import { SyncTest } from './sync-test';

/** The registration attribute of an Okta integration. */
export function SyncTab({ integration }: { integration: IntegrationFieldsFragment }) {
  const sync = integration.registrationSync;
  const mayConfigure = useMay('ADMIN');
  return (
    <RegistrationTab
      integration={integration}
      configured={Boolean(sync)}
      invitation="An administrator can set it up here, so that Okta learns who has a passkey."
      lead="Rollcall writes this attribute of a person’s Okta profile the moment they bind or lose a passkey."
      form={<SyncForm integration={integration} submitLabel="Save" />}
      facts={[
        ['Okta Registration Attribute', sync?.attribute],
        ['Okta Domain', sync?.oktaDomain],
        ['Attribute Status', sync?.enabled ? 'Active' : 'Inactive'],
      ]}
    >
      {sync && <SyncTest integration={integration} />}
      {mayConfigure && <ServiceAppSection integration={integration} />}
    </RegistrationTab>
  );
}
