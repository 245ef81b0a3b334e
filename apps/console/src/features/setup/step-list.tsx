import { VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { SetupStep, StepId } from './setup-steps';
import classes from './step-list.module.css';

export function StepList({
  steps,
  current,
  path,
}: {
  steps: readonly SetupStep[];
  current: StepId | undefined;
  path: string;
}) {
  return (
    <nav aria-label="Steps">
      <ol className={classes.steps}>
        {steps.map(({ id, title, done }, index) => (
          <li key={id}>
            <Link to={`${path}/${id}`} className={classes.step} aria-current={id === current ? 'step' : undefined}>
              <span className={classes.mark} data-done={done || undefined} aria-hidden="true">
                {done ? <IconCheck size={14} stroke={2.5} /> : index + 1}
              </span>
              <span className={classes.title} aria-hidden="true">
                {title}
              </span>
              <VisuallyHidden>{done ? `${title}, done` : title}</VisuallyHidden>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
