import { Stack } from '@mantine/core';
import { ROLE_LABEL } from '../../session/role';
import { useViewer } from '../../session/viewer';
import { Page } from '../../ui/layout/page';
import { MyPasskeysSection } from './my-passkeys-section';
import { MySessionsSection } from './my-sessions-section';

/** How the viewer signs in, and where they are signed in. */
export function AccountPage() {
  const { name, role } = useViewer();
  return (
    <Page title="Your access" lead={`${name} · ${ROLE_LABEL[role]}`}>
      <Stack gap="lg">
        <MyPasskeysSection />
        <MySessionsSection />
      </Stack>
    </Page>
  );
}
