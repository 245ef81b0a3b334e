import { Menu, Text, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import {
  IconCheck,
  IconDeviceDesktop,
  IconFingerprint,
  IconLogout,
  IconMoon,
  IconSelector,
  IconSun,
  type TablerIcon,
} from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { ROLE_LABEL } from '../session/role';
import { endSession } from '../session/session-api';
import { useViewer } from '../session/viewer';
import classes from './viewer-menu.module.css';

const SCHEMES: readonly { scheme: MantineColorScheme; label: string; icon: TablerIcon }[] = [
  { scheme: 'light', label: 'Light', icon: IconSun },
  { scheme: 'dark', label: 'Dark', icon: IconMoon },
  { scheme: 'auto', label: 'Same as the system', icon: IconDeviceDesktop },
];

export function ViewerMenu() {
  const viewer = useViewer();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  return (
    <Menu position="top-start" width={216} shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes.target}>
          <span className={classes.who}>
            <Text size="sm" fw={550} truncate>
              {viewer.name}
            </Text>
            <Text size="xs" c="dimmed">
              {ROLE_LABEL[viewer.role]}
            </Text>
          </span>
          <IconSelector size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Appearance</Menu.Label>
        {SCHEMES.map(({ scheme, label, icon: Icon }) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={colorScheme === scheme}
            leftSection={<Icon size={16} />}
            rightSection={colorScheme === scheme ? <IconCheck size={15} /> : undefined}
            onClick={() => setColorScheme(scheme)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/account" leftSection={<IconFingerprint size={16} />}>
          Passkeys and sessions
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    try {
      await endSession();
    } catch {
      notifications.show({
        color: 'red',
        title: 'Not signed out',
        message: 'The server cannot be reached. Try again.',
      });
      return;
    }
    await navigate('/sign-in');
    client.clear();
  };
}
