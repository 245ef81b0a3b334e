import { Stack } from '@mantine/core';
import { CopyField } from '../../ui/forms/copy-field';
import { useNow } from '../../ui/text/use-now';
import { PROVIDERS } from '../providers/provider';
import { ArrivalChecklist } from './arrival-checklist';
import { PROVIDER_SCREENS } from './provider-screens';
import { numberOf, type StepProps } from './setup-steps';
import { Side } from './side';

export function FinishStep({ integration }: StepProps) {
  const { fetchesTokens, finish } = PROVIDERS[integration.provider];
  const { Instructions, at } = PROVIDER_SCREENS[integration.provider];
  return (
    <>
      <Side at="rollcall" title="Values to carry over">
        <Stack gap="md">
          <CopyField label="SCIM URL" value={integration.scimUrl} />
          {fetchesTokens && (
            <CopyField label="Token endpoint" value={integration.tokenEndpoint} hint="For Client Credentials only." />
          )}
        </Stack>
      </Side>
      <Side at={at} title={`${numberOf('okta', integration, useNow())}. ${finish}`}>
        <Instructions />
      </Side>
      <Side at="rollcall" title="What has arrived">
        <ArrivalChecklist integration={integration} />
      </Side>
    </>
  );
}
