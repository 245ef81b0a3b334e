import { Button, Paper } from '@mantine/core';
import { IconMapPinQuestion } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Notice } from '../ui/layout/notice';
import { Page } from '../ui/layout/page';

export function PageNotFound() {
  return (
    <Page title="Page not found">
      <Paper>
        <Notice
          icon={IconMapPinQuestion}
          title="There is no page at this address"
          action={
            <Button component={Link} to="/overview" variant="default">
              Go to the overview
            </Button>
          }
        />
      </Paper>
    </Page>
  );
}
