import { Group, SegmentedControl } from '@mantine/core';
import { useApiQuery } from '../../api/use-api-query';
import type { SignInFiguresQuery, SignInWindow } from '../../gql/graphql';
import { count } from '../../ui/text/count';
import { Facts } from '../../ui/data/facts';
import { Loaded } from '../../ui/layout/loaded';
import { Section } from '../../ui/layout/section';
import { shortSeconds } from '../../ui/text/time-format';
import { oneOf, useListParams } from '../../ui/data/use-list-params';
import { summaryOf, type TrendChartData } from '../trends/trend-charts-data';
import { TrendFigure } from '../trends/trend-figure';
import classes from '../trends/trend-figure.module.css';
import { WINDOW_MS } from '../trends/trend-time';
import { SIGN_IN_FIGURES } from './sign-in-queries';
import { successShare } from './sign-in-words';

const EVERY_MS = 20_000;
const WINDOWS: Record<SignInWindow, string> = { DAY: 'Day', WEEK: 'Week' };
type Figures = SignInFiguresQuery['signInFigures'];

/** Number of sign-ins, share of successes, median time. */
export function SignInFigures({ integrationId }: { integrationId: string }) {
  const params = useListParams();
  const window = oneOf(params.get('window'), WINDOWS) ?? 'DAY';
  const query = useApiQuery(SIGN_IN_FIGURES, { id: integrationId, window }, { keepPrevious: true, live: EVERY_MS });
  return (
    <Section
      title="Sign-ins over time"
      actions={
        <SegmentedControl
          aria-label="Time span"
          size="xs"
          data={Object.entries(WINDOWS).map(([value, label]) => ({ value, label }))}
          value={window}
          onChange={(value) => params.set('window', value)}
        />
      }
    >
      <Loaded query={query}>
        {({ signInFigures }) => (
          <>
            <Totals figures={signInFigures} />
            <Group mt="md" className={classes.figures}>
              {chartsOf(signInFigures).map((chart) => (
                <TrendFigure
                  key={chart.title}
                  chart={chart}
                  summary={summaryOf(chart)}
                  since={Date.parse(signInFigures.since)}
                  until={Date.parse(signInFigures.since) + WINDOW_MS[window].length}
                  window={window}
                />
              ))}
            </Group>
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Totals({ figures }: { figures: Figures }) {
  const share = successShare(figures);
  return (
    <Facts
      facts={[
        ['Signed in', count(figures.succeeded)],
        ['Refused', count(figures.refused)],
        ['Not finished', count(figures.abandoned)],
        ['Success share', share === undefined ? null : `${Math.round(share * 100)}\u00a0%`],
        [
          'Median time',
          figures.medianSeconds === null || figures.medianSeconds === undefined
            ? null
            : shortSeconds(figures.medianSeconds),
        ],
      ]}
    />
  );
}

function chartsOf({ points }: Figures): TrendChartData[] {
  return [
    {
      title: 'Sign-ins',
      meaning: 'Sign-ins that ended in each interval.',
      lines: [
        { name: 'succeeded', label: 'Signed in', color: 'var(--tone-busy)' },
        { name: 'refused', label: 'Refused', color: 'var(--tone-warn)' },
      ],
      rows: points.map(({ at, succeeded, refused }) => ({ at: Date.parse(at), succeeded, refused })),
      format: count,
      notable: 'most',
      empty: 'No sign-in ended in this time.',
    },
    {
      title: 'Median time',
      meaning: 'Seconds from Okta’s redirect to the end of the sign-in, the person’s time included.',
      lines: [{ name: 'median', label: 'Median', color: 'var(--tone-busy)' }],
      rows: points.flatMap(({ at, medianSeconds }) =>
        medianSeconds === null || medianSeconds === undefined ? [] : [{ at: Date.parse(at), median: medianSeconds }],
      ),
      format: shortSeconds,
      notable: 'most',
      empty: 'No sign-in succeeded in this time.',
    },
  ];
}
