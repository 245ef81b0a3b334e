import { Box, Button } from '@mantine/core';
import { useApiMutation } from '../../api/use-api-mutation';
import { useMay } from '../../session/viewer';
import { Callout } from '../../ui/callout';
import { Facts } from '../../ui/facts';
import { Section } from '../../ui/section';
import { Status } from '../../ui/status';
import { When } from '../../ui/when';
import { RETRY_REGISTRATIONS } from '../integrations/integration-queries';
import type { IdentityDetail } from './identity-page';
import { REGISTRATION_STATE } from './identity-labels';

const RETRIABLE = new Set(['PARKED', 'RETRYING', 'UNLINKED']);

/** What Okta should have, and what it has: the answer to "why is this person not routed to passkey sign-in". */
export function RegistrationSection({ identity }: { identity: IdentityDetail }) {
  const { registration } = identity;
  const mayRetry = useMay('OPERATOR');
  const retry = useApiMutation(RETRY_REGISTRATIONS, { done: 'Queued to be written again.' });
  if (!registration) {
    return (
      <Section
        title="Registration in Okta"
        lead="Nothing to tell Okta yet: this person has never had a passkey, and Okta takes a missing value as false."
      />
    );
  }
  const { desired, confirmed, state, attempts, lastError, nextAttemptAt, confirmedAt } = registration;
  const { tone, label, meaning } = REGISTRATION_STATE[state];
  const integrationId = identity.integrationId;
  return (
    <Section
      title="Registration in Okta"
      lead={explain(identity)}
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
              <Status tone={tone}>{label}</Status> · {meaning}
            </span>,
          ],
          ['Should be', <code key="desired">{String(desired)}</code>],
          [
            'Confirmed in Okta',
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

function explain({ status, passkeys, registration }: IdentityDetail): string {
  const alive = passkeys.some(({ revokedAt }) => !revokedAt);
  if (status === 'SUSPENDED') return 'Suspended people are not registered, whatever passkeys they hold.';
  if (!alive) return 'Without a passkey, Okta’s routing rule sends this person to the password page.';
  return registration?.confirmed
    ? 'Has a passkey, and Okta knows: the routing rule sends this person to passkey sign-in.'
    : 'Has a passkey, but Okta does not know yet: until then the routing rule sends this person to the password page.';
}
