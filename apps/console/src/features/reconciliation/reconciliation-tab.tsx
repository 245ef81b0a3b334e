import { Button } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { useApiQuery } from '../../api/use-api-query';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Loaded } from '../../ui/layout/loaded';
import { Notice } from '../../ui/layout/notice';
import { PAGE_SIZE, Pager } from '../../ui/data/pager';
import { Section } from '../../ui/layout/section';
import { useListParams } from '../../ui/data/use-list-params';
import { PROVIDERS } from '../providers/provider';
import { RUNS } from './reconciliation-queries';
import { RunTable } from './run-table';
import { isUnderWay } from './run-words';
import { useStartRun } from './use-start-run';

export function ReconciliationTab({ integration: { id, provider } }: { integration: IntegrationFieldsFragment }) {
  const params = useListParams();
  const query = useApiQuery(RUNS, { integrationId: id, first: PAGE_SIZE, after: params.after }, { keepPrevious: true });
  const mayRun = useMay('OPERATOR');
  const start = useStartRun();
  const busy = query.data?.reconciliationRuns.nodes.some(isUnderWay) ?? false;
  const startButton = mayRun && (
    <Button
      loading={start.isPending}
      disabled={busy}
      onClick={() => start.mutate({ input: { integrationId: id, dryRun: true } })}
    >
      Start dry run
    </Button>
  );
  return (
    <Section
      title="Reconciliation"
      lead={`Compares the people registered in ${PROVIDERS[provider].target} with the people who have a passkey. A dry run changes nothing: review what it finds, then apply it.`}
      actions={startButton}
      flush
    >
      <Loaded query={query}>
        {({ reconciliationRuns: { nodes, totalCount, pageInfo } }) =>
          nodes.length > 0 ? (
            <>
              <RunTable runs={nodes} stale={query.isPlaceholderData} />
              <Pager params={params} shown={nodes.length} totalCount={totalCount} pageInfo={pageInfo} />
            </>
          ) : (
            <Notice icon={IconArrowsDiff} title="Never compared yet">
              Rollcall also does this by itself every night.
            </Notice>
          )
        }
      </Loaded>
    </Section>
  );
}
