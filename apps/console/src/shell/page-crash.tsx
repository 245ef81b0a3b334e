import { Button, Paper } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Notice } from '../ui/layout/notice';
import { Page } from '../ui/layout/page';

/** Shown when a page threw an error, or its code could not be loaded, usually after a server update. */
export function PageCrash() {
  return (
    <Page title="Something went wrong">
      <Paper>
        <Notice
          icon={IconAlertTriangle}
          title="This page could not be shown"
          action={<Button onClick={() => window.location.reload()}>Reload</Button>}
        >
          Rollcall may have been updated while the console was open. Nothing that you saved is lost.
        </Notice>
      </Paper>
    </Page>
  );
}
