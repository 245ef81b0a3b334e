import type { ReactNode } from 'react';
import classes from './status.module.css';

export type Tone = 'ok' | 'warn' | 'bad' | 'busy' | 'idle';

/** A colored dot and a word. The word alone carries the meaning; the color only makes it faster to see. */
export function Status({ tone, children, title }: { tone: Tone; children: ReactNode; title?: string }) {
  return (
    <span className={classes.status} data-tone={tone} title={title}>
      <span className={classes.dot} aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}
