import { Box } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useConnectionLostAt } from '../api/connection';
import { Callout } from '../ui/callout';
import { clockTime } from '../ui/time-format';

/** While the server does not answer: what is on the page may be out of date. */
export function ConnectionBanner() {
  const lostAt = useConnectionLostAt();
  return (
    <div role="status">
      {lostAt && (
        <Box mb="lg" maw="70rem" mx="auto">
          <Callout tone="warn" icon={IconPlugConnectedX}>
            No connection to the server since {clockTime(lostAt)}. You see what was last received; trying again every
            few seconds.
          </Callout>
        </Box>
      )}
    </div>
  );
}
