import { Button, CopyButton } from '@mantine/core';
import classes from './code-sample.module.css';

/** Code to copy. */
export function CodeSample({ label, code }: { label: string; code: string }) {
  return (
    <div className={classes.sample}>
      {/* The code scrolls, so the keyboard focus must be able to reach it. */}
      <pre className={classes.code} tabIndex={0} role="region" aria-label={label}>
        {code}
      </pre>
      <CopyButton value={code}>
        {({ copied, copy }) => (
          <Button className={classes.copy} variant="default" size="compact-xs" onClick={copy}>
            {copied ? 'Copied' : 'Copy code'}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
