import type { ReactNode } from 'react';
import classes from './instructions.module.css';

/** A numbered list of steps to do by hand. */
export function Instructions({ children }: { children: ReactNode }) {
  return <ol className={classes.instructions}>{children}</ol>;
}

/** A label exactly as it appears in the other console. */
export function Label({ children }: { children: ReactNode }) {
  return <strong className={classes.label}>{children}</strong>;
}
