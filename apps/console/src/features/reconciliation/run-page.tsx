import { Paper, Stack } from '@mantine/core';
import { IconMapPinQuestion } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { useApiQuery } from '../../api/use-api-query';
import type { DirectoryProvider } from '../../gql/graphql';
import { Callout } from '../../ui/layout/callout';
import { Figures } from '../../ui/data/figures';
import { Loaded } from '../../ui/layout/loaded';
import { Notice } from '../../ui/layout/notice';
import { Page } from '../../ui/layout/page';
import { PAGE_SIZE } from '../../ui/data/pager';
import { type ListParams, useListParams } from '../../ui/data/use-list-params';
import { When } from '../../ui/text/when';
import { PROVIDERS } from '../providers/provider';
import { useProvider } from '../integrations/use-provider';
import { DriftSection } from './drift-section';
import { RUN, type RunDetail } from './reconciliation-queries';
import { RunActions } from './run-actions';
import { isUnderWay, RUN_STATUS, runOutcome, runTitle } from './run-words';

export function RunPage() {
  const { integrationId = '', runId = '' } = useParams();
  const params = useListParams();
  const query = useApiQuery(RUN, { id: runId, first: PAGE_SIZE, after: params.after }, { keepPrevious: true });
  const run = query.data?.reconciliationRun;
  const { provider, query: integration } = useProvider(integrationId);
  return (
    <Page
      title={run ? runTitle(run) : 'Reconciliation'}
      back={{ to: `/directory/integrations/${integrationId}/reconciliation`, label: 'Reconciliation' }}
      lead={
        run && (
          <>
            Started <When at={run.createdAt} /> by {run.requestedBy}
          </>
        )
      }
      actions={run && provider && <RunActions run={run} provider={provider} />}
    >
      {run && provider ? (
        <Run run={run} provider={provider} params={params} />
      ) : (
        <Paper>
          <Loaded<unknown> query={run ? integration : query}>
            {() => <Notice icon={IconMapPinQuestion} title="This run does not exist" />}
          </Loaded>
        </Paper>
      )}
    </Page>
  );
}

function Run({ run, provider, params }: { run: RunDetail; provider: DirectoryProvider; params: ListParams }) {
  const { tone, label } = RUN_STATUS[run.status];
  return (
    <Stack gap="lg">
      <Callout tone={run.status === 'SUCCEEDED' && run.drifted > 0 && run.dryRun ? 'warn' : tone} role="status">
        {label}. {runOutcome(run)}
        {isUnderWay(run) && ' You can leave this page; it goes on.'}
      </Callout>
      <Figures
        figures={[
          { label: 'Examined', value: run.examined },
          { label: 'Differences', value: run.drifted },
          ...(run.dryRun
            ? []
            : [
                { label: 'Repaired', value: run.repaired },
                { label: 'Failed', value: run.failed },
              ]),
          { label: `Requests to ${PROVIDERS[provider].target}`, value: run.oktaRequests },
        ]}
      />
      <DriftSection run={run} provider={provider} params={params} />
    </Stack>
  );
}
