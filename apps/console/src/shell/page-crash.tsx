import { Button, Paper } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Notice } from '../ui/notice';
import { Page } from '../ui/page';

/** A page that threw, or whose code could not be loaded: mostly because the server was updated underneath it. */
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
