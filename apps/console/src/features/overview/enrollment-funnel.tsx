import { Link } from 'react-router';
import { useApiQuery } from '../../api/use-api-query';
import { count } from '../../ui/count';
import { Section } from '../../ui/section';
import classes from './enrollment-funnel.module.css';
import { FUNNEL } from './funnel-queries';

const EVERY_MS = 10_000;
const ACTIVE = '/directory/identities?status=ACTIVE';

/** How far people have come: sent by the directory, invited, with a passkey, known to Okta. */
export function EnrollmentFunnel({ registered }: { registered: number }) {
  const { data } = useApiQuery(FUNNEL, {}, { live: EVERY_MS });
  if (!data || data.provisioned.totalCount === 0) return null;
  const provisioned = data.provisioned.totalCount;
  const enrolled = data.enrolled.totalCount;
  const stages = [
    { label: 'Active people', people: provisioned, to: ACTIVE },
    { label: 'Invited or enrolled', people: data.invited.totalCount + enrolled, to: `${ACTIVE}&enrollment=PENDING` },
    { label: 'Have a passkey', people: enrolled, to: `${ACTIVE}&enrollment=ENROLLED` },
    { label: 'Registered in Okta', people: registered, to: `${ACTIVE}&registration=IN_SYNC` },
  ];
  return (
    <Section title="From directory to passkey">
      <ol className={classes.stages}>
        {stages.map(({ label, people, to }) => (
          <li key={label}>
            <Link to={to} className={classes.stage}>
              <span className={classes.label}>{label}</span>
              <span className={classes.track} aria-hidden="true">
                <span className={classes.bar} style={{ width: `${Math.min(100, (100 * people) / provisioned)}%` }} />
              </span>
              <span className={classes.people} data-tabular>
                {count(people)}
                <span className={classes.share}>{share(people, provisioned)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function share(part: number, whole: number): string {
  return `${Math.round((100 * part) / whole)} %`;
}
