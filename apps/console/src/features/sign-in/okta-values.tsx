import { Stack } from '@mantine/core';
import type { OktaSettingSection, SignInFieldsFragment } from '../../gql/graphql';
import { CopyField } from '../../ui/forms/copy-field';
import { Instructions, Label } from '../../ui/layout/instructions';

interface Props {
  signIn: SignInFieldsFragment;
  section: OktaSettingSection;
}

/** The values that an Okta administrator enters by hand, with Okta's own labels. */
export function OktaValues({ signIn, section }: Props) {
  return (
    <Stack gap="md">
      {signIn.oktaSettings
        .filter((setting) => setting.section === section)
        .map(({ label, value }) => (
          <CopyField key={label} label={label} value={value} />
        ))}
    </Stack>
  );
}

export function IdentityProviderSteps() {
  return (
    <Instructions>
      <li>
        Open <Label>Security &gt; Identity Providers</Label>, select <Label>Add identity provider</Label>, then{' '}
        <Label>OpenID Connect IdP</Label>.
      </li>
      <li>Enter the values below and the client secret. Leave all other fields as they are.</li>
      <li>
        Select <Label>Finish</Label>. Okta then shows its redirect URI: it must be one of those that Rollcall accepts.
      </li>
    </Instructions>
  );
}

export function RoutingRuleSteps() {
  return (
    <Instructions>
      <li>
        Open <Label>Security &gt; Identity Providers</Label>, tab <Label>Routing rules</Label>, and select{' '}
        <Label>Add Routing Rule</Label>.
      </li>
      <li>Enter the values below. Leave the network, platform and application conditions at Any.</li>
      <li>
        Select <Label>Create Rule</Label>. Select <Label>Activate</Label> when you want to turn routing on.
      </li>
    </Instructions>
  );
}
