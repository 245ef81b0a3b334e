import { Anchor, Group, Paper, Stack } from '@mantine/core';
import { IconMapPinQuestion } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { useApiQuery } from '../../api/use-api-query';
import type { DirectoryProvider } from '../../gql/graphql';
import { Facts } from '../../ui/data/facts';
import { Loaded } from '../../ui/layout/loaded';
import { Notice } from '../../ui/layout/notice';
import { Page } from '../../ui/layout/page';
import { Section } from '../../ui/layout/section';
import { Status } from '../../ui/layout/status';
import { When } from '../../ui/text/when';
import { PROVIDERS } from '../providers/provider';
import { useProvider } from '../integrations/use-provider';
import { EnrollmentSection } from './enrollment-section';
import { HistorySection } from './history-section';
import { ENROLLMENT_STATUS, IDENTITY_STATUS } from './identity-labels';
import { IDENTITY, type IdentityDetail } from './identity-queries';
import { PasskeySection } from './passkey-section';
import { SignInLog } from '../sign-in/sign-in-log';
import { RegistrationSection } from './registration-section';
import { WhySection } from './why-section';

export function IdentityPage() {
  const { identityId = '' } = useParams();
  const query = useApiQuery(IDENTITY, { id: identityId });
  const identity = query.data?.identity;
  const { provider, query: integration } = useProvider(identity?.integrationId);
  return (
    <Page
      title={identity?.displayName ?? identity?.userName ?? 'Identity'}
      lead={identity?.displayName ? identity.userName : undefined}
      back={{ to: '/directory/identities', label: 'Identities' }}
    >
      {identity && provider ? (
        <IdentitySections identity={identity} provider={provider} />
      ) : (
        <Paper>
          <Loaded<unknown> query={identity ? integration : query}>
            {() => (
              <Notice icon={IconMapPinQuestion} title="This person is not in the directory">
                They may have been deleted by the directory that sent them; the audit log says when.
              </Notice>
            )}
          </Loaded>
        </Paper>
      )}
    </Page>
  );
}

function IdentitySections({ identity, provider }: { identity: IdentityDetail; provider: DirectoryProvider }) {
  const { status, enrollmentStatus, groups } = identity;
  return (
    <Stack gap="lg">
      {PROVIDERS[provider].signIn && <WhySection identity={identity} />}
      <RegistrationSection identity={identity} provider={provider} />
      <PasskeySection identity={identity} provider={provider} />
      <EnrollmentSection identity={identity} />
      {PROVIDERS[provider].signIn && <SignInLog identityId={identity.id} />}
      {identity.registration && <HistorySection identityId={identity.id} provider={provider} />}
      <Section title="Profile">
        <Facts
          facts={[
            ['User name', identity.userName],
            ['E-mail', identity.email],
            [
              'Changes',
              <Anchor key="changes" component={Link} to={`/audit-log?person=${identity.id}`} size="sm">
                In the audit log
              </Anchor>,
            ],
            [
              'Status',
              <Status key="status" tone={IDENTITY_STATUS[status].tone}>
                {IDENTITY_STATUS[status].label}
              </Status>,
            ],
            [
              'Enrollment',
              <Status key="enrollment" tone={ENROLLMENT_STATUS[enrollmentStatus].tone}>
                {ENROLLMENT_STATUS[enrollmentStatus].label}
              </Status>,
            ],
            [
              'Groups',
              groups.totalCount > 0 ? (
                <Group key="groups" gap="6px 14px">
                  {groups.nodes.map(({ id, displayName }) => (
                    <Anchor key={id} component={Link} to={`/directory/groups/${id}`} size="sm">
                      {displayName}
                    </Anchor>
                  ))}
                </Group>
              ) : (
                'None'
              ),
            ],
            ['External ID', identity.externalId && <code key="external">{identity.externalId}</code>],
            ['Arrived', <When key="created" at={identity.createdAt} />],
            ['Last changed', <When key="updated" at={identity.updatedAt} />],
          ]}
        />
      </Section>
    </Stack>
  );
}
