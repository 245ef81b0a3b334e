import { Group, SegmentedControl, Select, Skeleton } from '@mantine/core';
import { useApiQuery } from '../../api/use-api-query';
import type { DirectoryProvider, IntegrationFieldsFragment, TrendsQuery, TrendWindow } from '../../gql/graphql';
import { Loaded } from '../../ui/layout/loaded';
import { Section } from '../../ui/layout/section';
import { oneOf, useListParams } from '../../ui/data/use-list-params';
import { chartsOf, summaryOf } from './trend-charts-data';
import { TrendFigure } from './trend-figure';
import classes from './trend-figure.module.css';
import { TRENDS } from './trend-queries';
import { WINDOW_MS } from './trend-time';

/** Polling interval. The server takes a sample once a minute. */
const EVERY_MS = 20_000;

const WINDOWS: Record<TrendWindow, string> = { HOUR: 'Hour', DAY: 'Day', WEEK: 'Week' };

/** Figures of one integration's write-back over time. */
export function TrendsSection({ integrations }: { integrations: readonly IntegrationFieldsFragment[] }) {
  const params = useListParams();
  const window = oneOf(params.get('window'), WINDOWS) ?? 'HOUR';
  const written = integrations.filter(({ registrationSync }) => registrationSync);
  const chosen = written.find(({ id }) => id === params.get('integration')) ?? written[0];
  const query = useApiQuery(
    TRENDS,
    { id: chosen?.id ?? '', window },
    { enabled: chosen !== undefined, keepPrevious: true, live: EVERY_MS },
  );
  if (!chosen) return null;
  return (
    <Section
      title="Over time"
      actions={
        <Group gap="xs">
          {written.length > 1 && (
            <Select
              aria-label="Integration"
              size="xs"
              data={written.map(({ id, name }) => ({ value: id, label: name }))}
              value={chosen.id}
              onChange={(id) => params.set('integration', id ?? undefined)}
              allowDeselect={false}
              withCheckIcon={false}
            />
          )}
          <SegmentedControl
            aria-label="How far back"
            size="xs"
            data={Object.entries(WINDOWS).map(([value, label]) => ({ value, label }))}
            value={window}
            onChange={(value) => params.set('window', value)}
          />
        </Group>
      }
    >
      <Loaded query={query} loading={<TrendsLoading />}>
        {({ registrationTrends }) => <Figures trends={registrationTrends} provider={chosen.provider} window={window} />}
      </Loaded>
    </Section>
  );
}

interface FiguresProps {
  trends: TrendsQuery['registrationTrends'];
  provider: DirectoryProvider;
  window: TrendWindow;
}

function Figures({ trends, provider, window }: FiguresProps) {
  const charts = chartsOf(trends, provider);
  const since = Date.parse(trends.since);
  return (
    <div className={classes.figures}>
      {charts.map((chart) => (
        <TrendFigure
          key={chart.title}
          chart={chart}
          summary={summaryOf(chart)}
          since={since}
          until={since + WINDOW_MS[window].length}
          window={window}
        />
      ))}
    </div>
  );
}

/** A placeholder with the height of the charts. */
function TrendsLoading() {
  return (
    <div className={classes.figures} role="status" aria-label="Loading">
      {Array.from({ length: 6 }, (_, chart) => (
        <Skeleton key={chart} height={236} />
      ))}
    </div>
  );
}
