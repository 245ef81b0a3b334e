import { Stack } from '@mantine/core';
import { useState } from 'react';
import { Choice } from '../../ui/choice';
import { CopyField } from '../../ui/copy-field';
import { ArrivalChecklist } from './arrival-checklist';
import { CatalogAppInstructions, GenericInstructions, WizardAppInstructions } from './okta-app-instructions';
import type { StepProps } from './setup-steps';
import { Side } from './side';

const APPS = [
  { value: 'catalog', label: 'Catalog app' },
  { value: 'wizard', label: 'App Integration Wizard' },
];

export function FinishStep({ integration }: StepProps) {
  const [app, setApp] = useState('catalog');
  const okta = integration.provider === 'OKTA';
  return (
    <>
      <Side at="rollcall" title="Values to carry over">
        <Stack gap="md">
          <CopyField label="SCIM URL" value={integration.scimUrl} />
          {!okta && (
            <CopyField label="Token endpoint" value={integration.tokenEndpoint} hint="For Client Credentials only." />
          )}
        </Stack>
      </Side>
      {okta ? (
        <Side at="okta" title="4. Finish in Okta">
          <Stack gap="md" align="flex-start">
            <Choice label="Kind of SCIM application" value={app} onChange={setApp} data={APPS} />
            {app === 'catalog' ? <CatalogAppInstructions /> : <WizardAppInstructions />}
          </Stack>
        </Side>
      ) : (
        <Side at="directory" title="2. Finish in your directory">
          <GenericInstructions />
        </Side>
      )}
      <Side at="rollcall" title="What has arrived">
        <ArrivalChecklist integration={integration} />
      </Side>
    </>
  );
}
