import type { ReactNode } from 'react';
import classes from './instructions.module.css';

/** Numbered things to do by hand. */
export function Instructions({ children }: { children: ReactNode }) {
  return <ol className={classes.instructions}>{children}</ol>;
}

/** An exact label of the other console. */
export function Label({ children }: { children: ReactNode }) {
  return <strong className={classes.label}>{children}</strong>;
}
