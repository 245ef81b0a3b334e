import { Button } from '@mantine/core';
import {
  IconAlertTriangle,
  IconHourglass,
  IconLock,
  IconMapPinQuestion,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import type { ApiError } from '../../api/api-error';
import { Notice } from './notice';

/** Shows what went wrong and what to do about it. */
export function ErrorState({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  const retry = (
    <Button variant="default" onClick={onRetry}>
      Try again
    </Button>
  );
  switch (error.code) {
    case 'FORBIDDEN':
      return (
        <Notice icon={IconLock} title="Your role does not include this">
          {error.message} Ask an owner of this tenant for a token with a wider role.
        </Notice>
      );
    case 'NOT_FOUND':
      return (
        <Notice icon={IconMapPinQuestion} title="This does not exist, or no longer">
          {error.message}
        </Notice>
      );
    case 'UNAVAILABLE':
      return (
        <Notice icon={IconHourglass} title="Rollcall cannot answer for the moment" action={retry}>
          {error.message} The page fills by itself as soon as it can; if it stays so, look at the server’s database.
        </Notice>
      );
    case 'UNREACHABLE':
      return (
        <Notice icon={IconPlugConnectedX} title="The server cannot be reached" action={retry}>
          Check that Rollcall is running and that this device is online. The page fills by itself as soon as it answers.
        </Notice>
      );
    case 'RATE_LIMITED':
      return (
        <Notice icon={IconHourglass} title="Too many requests for the moment" action={retry}>
          {error.message}
        </Notice>
      );
    case 'UNAUTHENTICATED':
    case 'CONFLICT':
    case 'BAD_USER_INPUT':
    case 'INTERNAL':
      return (
        <Notice icon={IconAlertTriangle} title="This could not be loaded" action={retry}>
          {error.message}
        </Notice>
      );
  }
}
