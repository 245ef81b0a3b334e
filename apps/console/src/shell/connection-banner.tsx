import { Box } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useConnectionLostAt } from '../api/connection';
import { Callout } from '../ui/layout/callout';
import { clockTime } from '../ui/text/time-format';

/** Shown while the server does not answer, because the page may be outdated. */
export function ConnectionBanner() {
  const lostAt = useConnectionLostAt();
  useNetworkChanges();
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

/**
 * Sends queries again at once when the device goes offline or online. Queries are sent offline too, because the server
 * may run on this machine.
 */
function useNetworkChanges(): void {
  const client = useQueryClient();
  useEffect(() => {
    const ask = () => void client.invalidateQueries();
    window.addEventListener('offline', ask);
    window.addEventListener('online', ask);
    return () => {
      window.removeEventListener('offline', ask);
      window.removeEventListener('online', ask);
    };
  }, [client]);
}
