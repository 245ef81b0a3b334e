import { Code } from '@mantine/core';
import type { ApiError } from '../api/api-error';
import { Callout } from '../ui/layout/callout';
import type { SignInWay } from './use-sign-in';

/** Why the sign-in failed, and what to do. */
export function SignInRefusal({ error, by }: { error: ApiError; by: SignInWay['by'] }) {
  if (error.code === 'UNREACHABLE') {
    return (
      <Callout tone="bad" role="alert" title="The server cannot be reached">
        Check that it is running, then try again.
      </Callout>
    );
  }
  if (by === 'link' && error.code === 'UNAUTHENTICATED') {
    return (
      <Callout tone="warn" role="alert" title="This sign-in link was used already or has expired">
        A link signs in once, within ten minutes. Restart the server for a new one (<Code>npm start</Code>), or sign in
        with a passkey or an admin token. If it was not you who used it, change <Code>ADMIN_TOKEN</Code>: that ends
        every session of the root administrator.
      </Callout>
    );
  }
  return (
    <Callout tone="bad" role="alert">
      {error.message}
    </Callout>
  );
}
