import { Text } from '@mantine/core';
import { useApiQuery } from '../../api/use-api-query';
import type { DirectoryProvider, RegistrationHistoryQuery } from '../../gql/graphql';
import { type Column, DataTable } from '../../ui/data/data-table';
import { Loaded } from '../../ui/layout/loaded';
import { Pager } from '../../ui/data/pager';
import { Section } from '../../ui/layout/section';
import { Status } from '../../ui/layout/status';
import { exactTime } from '../../ui/text/time-format';
import { useListParams } from '../../ui/data/use-list-params';
import { When } from '../../ui/text/when';
import { historyWords } from './history-words';
import { REGISTRATION_HISTORY } from './identity-queries';

type Event = NonNullable<NonNullable<RegistrationHistoryQuery['identity']>['registration']>['history']['nodes'][number];

const PAGE = 10;

const columnsFor = (provider: DirectoryProvider): readonly Column<Event>[] => [
  {
    header: 'What',
    cell: (event) => {
      const { tone, title, detail } = historyWords(event, provider);
      return (
        <>
          <Status tone={tone}>{title}</Status>
          {detail && (
            <Text size="sm" c="dimmed" component="div">
              {detail}
            </Text>
          )}
        </>
      );
    },
  },
  { header: 'Ago', width: '9rem', cell: ({ at }) => <When at={at} /> },
  { header: 'When', from: 'md', width: '16rem', cell: ({ at }) => exactTime(new Date(at)) },
];

/** History of the registration, newest first. */
export function HistorySection({ identityId, provider }: { identityId: string; provider: DirectoryProvider }) {
  const params = useListParams();
  const query = useApiQuery(
    REGISTRATION_HISTORY,
    { id: identityId, first: PAGE, after: params.after },
    { keepPrevious: true },
  );
  const history = query.data?.identity?.registration?.history;
  if (query.data && (!history || history.totalCount === 0)) return null;
  return (
    <Section title="Registration history" lead="The newest 50 events are kept." flush>
      <Loaded query={query}>
        {() =>
          history && (
            <>
              <DataTable
                label="Registration history"
                columns={columnsFor(provider)}
                rows={history.nodes}
                rowKey={({ id }) => id}
                stale={query.isPlaceholderData}
              />
              <Pager
                params={params}
                size={PAGE}
                shown={history.nodes.length}
                totalCount={history.totalCount}
                pageInfo={history.pageInfo}
              />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
