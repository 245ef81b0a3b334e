import { Link } from 'react-router';
import { count } from '../text/count';
import classes from './figures.module.css';

export interface Figure {
  label: string;
  value: number;
  to?: string;
}

/** A row of counts, some of which are links. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <ul className={classes.figures}>
      {figures.map(({ label, value, to }) => (
        <li key={label}>
          {to ? (
            <Link to={to} className={classes.figure}>
              <FigureText label={label} value={value} />
            </Link>
          ) : (
            <div className={classes.figure}>
              <FigureText label={label} value={value} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function FigureText({ label, value }: { label: string; value: number }) {
  return (
    <>
      <span className={classes.value} data-tabular>
        {count(value)}
      </span>
      <span className={classes.label}>{label}</span>
    </>
  );
}
