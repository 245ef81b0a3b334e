import { Anchor, Button, Text } from '@mantine/core';
import { IconCircleCheck, IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ApiError } from '../../api/api-error';
import type { DirectoryProvider, DriftFieldsFragment } from '../../gql/graphql';
import { type Column, DataTable } from '../../ui/data/data-table';
import { Named } from '../../ui/data/named';
import { Notice } from '../../ui/layout/notice';
import { Pager } from '../../ui/data/pager';
import { Section } from '../../ui/layout/section';
import { Status } from '../../ui/layout/status';
import type { ListParams } from '../../ui/data/use-list-params';
import { PROVIDERS } from '../providers/provider';
import { downloadDrift } from './drift-csv';
import type { RunDetail } from './reconciliation-queries';
import { driftWords, isUnderWay } from './run-words';

const columnsFor = (provider: DirectoryProvider): readonly Column<DriftFieldsFragment>[] => [
  {
    header: 'Person',
    cell: ({ identity, oktaUserId }) =>
      identity ? (
        <Anchor component={Link} to={`/directory/identities/${identity.id}`} size="sm">
          {identity.displayName ?? identity.userName}
        </Anchor>
      ) : (
        <Text size="sm" component="div">
          User <code>{oktaUserId ?? 'unknown'}</code> in {PROVIDERS[provider].target}
        </Text>
      ),
  },
  {
    header: 'Difference',
    cell: ({ kind }) => {
      const { label, meaning } = driftWords(kind, provider);
      return <Named sub={meaning}>{label}</Named>;
    },
  },
  { header: `In ${PROVIDERS[provider].target}`, from: 'sm', cell: ({ actual }) => valueOf(actual) },
  { header: 'Should be', from: 'sm', cell: ({ expected }) => valueOf(expected) },
  { header: 'Outcome', from: 'sm', cell: (drift) => <Outcome drift={drift} /> },
];

interface Props {
  run: RunDetail;
  provider: DirectoryProvider;
  params: ListParams;
}

export function DriftSection({ run, provider, params }: Props) {
  const { nodes, totalCount, pageInfo } = run.drift;
  const csv = useMutation<void, ApiError>({ mutationFn: () => downloadDrift(run.id) });
  return (
    <Section
      title="Differences"
      flush
      actions={
        nodes.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconDownload size={16} />}
            loading={csv.isPending}
            onClick={() => csv.mutate()}
          >
            Download CSV
          </Button>
        )
      }
    >
      {nodes.length > 0 ? (
        <>
          <DataTable label="Differences" columns={columnsFor(provider)} rows={nodes} rowKey={(drift) => keyOf(drift)} />
          <Pager params={params} shown={nodes.length} totalCount={totalCount} pageInfo={pageInfo} />
        </>
      ) : (
        <Notice icon={IconCircleCheck} title={isUnderWay(run) ? 'None found so far' : 'None found'} />
      )}
    </Section>
  );
}

function Outcome({ drift: { repairedAt, error } }: { drift: DriftFieldsFragment }) {
  if (error) return <Status tone="bad">{error}</Status>;
  return repairedAt ? <Status tone="ok">Repaired</Status> : <>–</>;
}

function valueOf(value: boolean | null | undefined) {
  return value === null || value === undefined ? 'not set' : <code>{String(value)}</code>;
}

function keyOf({ kind, oktaUserId, identity }: DriftFieldsFragment): string {
  return `${kind} ${oktaUserId ?? ''} ${identity?.id ?? ''}`;
}
