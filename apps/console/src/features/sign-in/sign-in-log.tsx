import { Anchor, Group, Text } from '@mantine/core';
import { IconFingerprint, IconSearchOff } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useApiQuery } from '../../api/use-api-query';
import type { SignInEventFieldsFragment } from '../../gql/graphql';
import { type Column, DataTable } from '../../ui/data/data-table';
import { FilterSelect } from '../../ui/forms/filter-select';
import { Loaded } from '../../ui/layout/loaded';
import { Notice } from '../../ui/layout/notice';
import { Pager } from '../../ui/data/pager';
import { Section } from '../../ui/layout/section';
import { Status } from '../../ui/layout/status';
import { shortSeconds } from '../../ui/text/time-format';
import { oneOf, useListParams } from '../../ui/data/use-list-params';
import { When } from '../../ui/text/when';
import { SIGN_INS } from './sign-in-queries';
import { browserInWords } from './browser-in-words';
import { OUTCOME, reasonInWords } from './sign-in-words';

/** Few rows, because the page has other sections too. */
const ROWS = 10;

type Subject = { integrationId: string } | { identityId: string };

/** Sign-ins of an integration or of a person, newest first. */
export function SignInLog(subject: Subject) {
  const params = useListParams();
  const outcome = oneOf(params.get('outcome'), OUTCOME);
  const query = useApiQuery(
    SIGN_INS,
    { ...subject, outcome, first: ROWS, after: params.after },
    { keepPrevious: true },
  );
  const ofPerson = 'identityId' in subject;
  return (
    <Section title="Sign-ins" lead="Newest first, kept for 90 days." flush>
      <Group px="lg" pb="xs">
        <FilterSelect
          label="Outcome"
          value={outcome}
          options={OUTCOME}
          onChange={(value) => params.set('outcome', value)}
        />
      </Group>
      <Loaded query={query}>
        {({ signIns: { nodes, totalCount, pageInfo } }) => {
          if (nodes.length > 0) {
            return (
              <>
                <DataTable
                  label="Sign-ins"
                  columns={columnsOf(ofPerson)}
                  rows={nodes}
                  rowKey={({ id }) => id}
                  stale={query.isPlaceholderData}
                />
                <Pager params={params} size={ROWS} shown={nodes.length} totalCount={totalCount} pageInfo={pageInfo} />
              </>
            );
          }
          return outcome ? (
            <Notice icon={IconSearchOff} title="No sign-in had this outcome" />
          ) : (
            <Notice icon={IconFingerprint} title="No sign-in yet">
              {ofPerson
                ? 'The first time that Okta sends this person here appears in this list.'
                : 'The first person that Okta sends here appears in this list.'}
            </Notice>
          );
        }}
      </Loaded>
    </Section>
  );
}

function columnsOf(ofPerson: boolean): Column<SignInEventFieldsFragment>[] {
  const person: Column<SignInEventFieldsFragment> = {
    header: 'Person',
    cell: ({ identity }) =>
      identity ? (
        <Anchor component={Link} to={`/directory/identities/${identity.id}`} size="sm" fw={550} c="inherit">
          {identity.displayName ?? identity.userName}
        </Anchor>
      ) : (
        <Text size="sm" c="dimmed">
          Not known
        </Text>
      ),
  };
  return [
    ...(ofPerson ? [] : [person]),
    {
      header: 'Outcome',
      cell: ({ outcome, reason }) => (
        <>
          <Status tone={OUTCOME[outcome].tone}>{OUTCOME[outcome].label}</Status>
          {reason && (
            <Text size="sm" c="dimmed" component="div">
              {reasonInWords(reason)}
            </Text>
          )}
        </>
      ),
    },
    { header: 'Passkey', from: 'md', cell: ({ passkey }) => passkey?.deviceName ?? '' },
    {
      header: 'From',
      from: 'md',
      cell: ({ ip, userAgent }) => (
        <>
          {ip}
          {userAgent && (
            <Text size="sm" c="dimmed" component="div" title={userAgent}>
              {browserInWords(userAgent)}
            </Text>
          )}
        </>
      ),
    },
    {
      header: 'Took',
      align: 'end',
      from: 'sm',
      width: '6rem',
      cell: ({ durationMs }) =>
        durationMs === null || durationMs === undefined ? '' : shortSeconds(durationMs / 1_000),
    },
    { header: 'When', from: 'sm', width: '9.5rem', cell: ({ at }) => <When at={at} /> },
  ];
}
