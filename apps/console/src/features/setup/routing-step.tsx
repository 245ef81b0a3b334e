import { Box, Stack } from '@mantine/core';
import { Callout } from '../../ui/callout';
import { CopyField } from '../../ui/copy-field';
import { Instructions, Label } from '../../ui/instructions';
import type { StepProps } from './setup-page';
import { Side } from './side';

export function RoutingStep({ integration }: StepProps) {
  const attribute = integration.registrationSync?.attribute ?? 'byndidRegistered';
  return (
    <>
      <Box mb="md">
        <Callout tone="warn" title="Do not lock yourself out">
          Whom the rule matches can sign in with a passkey only. Keep one administrator without a passkey here, so that
          the rule never matches that account, and stay signed in to Okta in another window until one person has signed
          in by the rule. Leave the default rule as it is, below this one.
        </Callout>
      </Box>
      <Side at="rollcall" title="Values to carry over">
        <Stack gap="md">
          <CopyField label="User attribute" value={attribute} />
          <CopyField label="Value" value="true" hint="Lower case: True never matches." />
        </Stack>
      </Side>
      <Side at="okta" title="4. Add the routing rule">
        <Instructions>
          <li>
            Open <Label>Security &gt; Identity Providers</Label>, tab <Label>Routing rules</Label>, and press{' '}
            <Label>Add Routing Rule</Label>.
          </li>
          <li>
            <Label>Rule Name</Label>: such as “People with a passkey”. Leave the network, platform and application
            conditions at Any.
          </li>
          <li>
            <Label>AND User matches</Label>: choose <Label>User attribute</Label>, <code>{attribute}</code>,{' '}
            <Label>Equals</Label>, <code>true</code>.
          </li>
          <li>
            <Label>THEN Use this identity provider</Label>: choose your passkey identity provider. Press{' '}
            <Label>Create Rule</Label>, then <Label>Activate</Label>.
          </li>
          <li>
            Try it with one person: create an enrollment link on their page under Identities, let them bind a passkey,
            and watch the registration turn confirmed; then sign in to Okta as them. Whoever has no passkey still gets
            the password page.
          </li>
        </Instructions>
      </Side>
    </>
  );
}
