import { Box, Button } from '@mantine/core';
import { useApiMutation } from '../../api/use-api-mutation';
import type { DirectoryProvider } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Callout } from '../../ui/layout/callout';
import { Facts } from '../../ui/data/facts';
import { Section } from '../../ui/layout/section';
import { Status } from '../../ui/layout/status';
import { When } from '../../ui/text/when';
import { RETRY_REGISTRATIONS } from '../integrations/integration-queries';
import { PROVIDERS } from '../providers/provider';
import type { IdentityDetail } from './identity-queries';
import { REGISTRATION_STATE, registrationMeaning } from './identity-labels';

const RETRIABLE = new Set(['PARKED', 'RETRYING', 'UNLINKED']);

interface Props {
  identity: IdentityDetail;
  provider: DirectoryProvider;
}

/** Shows the registration's desired value, and the value that the target has confirmed. */
export function RegistrationSection({ identity, provider }: Props) {
  const { registration } = identity;
  const target = PROVIDERS[provider].target;
  const mayRetry = useMay('OPERATOR');
  const retry = useApiMutation(RETRY_REGISTRATIONS, { done: 'Queued to be written again.' });
  if (!registration) {
    return (
      <Section
        title={`Registration in ${target}`}
        lead={`Nothing to write to ${target} yet: this person has never had a passkey, and a missing value counts as false.`}
      />
    );
  }
  const { desired, confirmed, state, attempts, lastError, nextAttemptAt, confirmedAt } = registration;
  const { tone, label } = REGISTRATION_STATE[state];
  const integrationId = identity.integrationId;
  return (
    <Section
      title={`Registration in ${target}`}
      lead={explain(identity, target)}
      actions={
        mayRetry &&
        RETRIABLE.has(state) && (
          <Button
            variant="default"
            loading={retry.isPending}
            onClick={() => retry.mutate({ integrationId, identityIds: [identity.id] })}
          >
            Retry now
          </Button>
        )
      }
    >
      {lastError && state !== 'IN_SYNC' && (
        <Box mb="sm">
          <Callout tone={tone}>{lastError}</Callout>
        </Box>
      )}
      <Facts
        facts={[
          [
            'State',
            <span key="state">
              <Status tone={tone}>{label}</Status> · {registrationMeaning(state, provider)}
            </span>,
          ],
          ['Should be', <code key="desired">{String(desired)}</code>],
          [
            `Confirmed in ${target}`,
            confirmed === null || confirmed === undefined ? (
              'Not yet'
            ) : (
              <code key="confirmed">{String(confirmed)}</code>
            ),
          ],
          ['Confirmed', confirmedAt && <When key="at" at={confirmedAt} />],
          ['Attempts', attempts > 0 ? attempts : null],
          ['Next attempt', nextAttemptAt && <When key="next" at={nextAttemptAt} />],
        ]}
      />
    </Section>
  );
}

/** Explains the attribute's value. The section above this one explains the routing rule. */
function explain({ status, passkeys, registration }: IdentityDetail, target: string): string {
  const alive = passkeys.some(({ revokedAt }) => !revokedAt);
  if (status === 'SUSPENDED') return 'Suspended people are not registered, whatever passkeys they hold.';
  if (!alive) return `Without a passkey, this person must not be registered in ${target}.`;
  return registration?.confirmed
    ? `Has a passkey, and ${target} knows.`
    : `Has a passkey, but ${target} does not know yet.`;
}
