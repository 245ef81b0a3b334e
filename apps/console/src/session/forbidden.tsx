import { Paper } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { AdminRole } from '../gql/graphql';
import { ROLE_LABEL } from './role';
import { useViewer } from './viewer';
import { Notice } from '../ui/layout/notice';

/** Shown instead of a page that the viewer's role may not see. */
export function Forbidden({ needed }: { needed: AdminRole }) {
  const { role } = useViewer();
  return (
    <Paper>
      <Notice icon={IconLock} title="Your role does not include this page">
        It needs the role {ROLE_LABEL[needed]}; you are signed in as {ROLE_LABEL[role]}. Ask an owner of this tenant for
        a token with that role, then sign in with it.
      </Notice>
    </Paper>
  );
}
