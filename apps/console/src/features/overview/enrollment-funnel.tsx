import { Link } from 'react-router';
import { useApiQuery } from '../../api/use-api-query';
import type { FunnelQuery } from '../../gql/graphql';
import { count } from '../../ui/text/count';
import { Loaded } from '../../ui/layout/loaded';
import { Section } from '../../ui/layout/section';
import classes from './enrollment-funnel.module.css';
import { FUNNEL } from './funnel-queries';

const EVERY_MS = 10_000;
const ACTIVE = '/directory/identities?status=ACTIVE';

/** Number of people by stage: provisioned, invited, with a passkey, registered at the target. */
export function EnrollmentFunnel({ registered, target }: { registered: number; target: string }) {
  const query = useApiQuery(FUNNEL, {}, { live: EVERY_MS });
  return (
    <Section title="From directory to passkey">
      <Loaded query={query}>{(counts) => <Stages counts={counts} registered={registered} target={target} />}</Loaded>
    </Section>
  );
}

function Stages({ counts, registered, target }: { counts: FunnelQuery; registered: number; target: string }) {
  const provisioned = counts.provisioned.totalCount;
  const enrolled = counts.enrolled.totalCount;
  const stages = [
    { label: 'Active people', people: provisioned, to: ACTIVE },
    { label: 'Invited or enrolled', people: counts.invited.totalCount + enrolled, to: `${ACTIVE}&enrollment=PENDING` },
    { label: 'Have a passkey', people: enrolled, to: `${ACTIVE}&enrollment=ENROLLED` },
    { label: `Registered in ${target}`, people: registered, to: `${ACTIVE}&registration=IN_SYNC` },
  ];
  return (
    <ol className={classes.stages}>
      {stages.map(({ label, people, to }) => (
        <li key={label}>
          <Link to={to} className={classes.stage}>
            <span className={classes.label}>{label}</span>
            <span className={classes.track} aria-hidden="true">
              <span
                className={classes.bar}
                style={{ width: `${Math.min(100, (100 * people) / Math.max(1, provisioned))}%` }}
              />
            </span>
            <span className={classes.people} data-tabular>
              {count(people)}
              <span className={classes.share}>{share(people, provisioned)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
}
