import { Paper, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './side.module.css';

const SIDE_LABEL = { rollcall: 'In Rollcall', okta: 'In Okta', directory: 'In your directory' } as const;

interface Props {
  /** Where the administrator does the step: in Rollcall, in Okta, or in their own directory. */
  at: keyof typeof SIDE_LABEL;
  title: string;
  children: ReactNode;
}

/** A part of a step, marked for the console in which it is done. */
export function Side({ at, title, children }: Props) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} className={classes.side}>
      <span className={classes.label} data-at={at}>
        {SIDE_LABEL[at]}
      </span>
      <Title order={2} id={id} mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  );
}
