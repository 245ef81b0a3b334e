import {
  IconHistory,
  IconKey,
  IconLayoutDashboard,
  IconPlugConnected,
  IconUsers,
  IconUsersGroup,
  IconWebhook,
  type TablerIcon,
} from '@tabler/icons-react';
import { NavLink } from 'react-router';
import type { AdminRole } from '../gql/graphql';
import { includesRole } from '../session/role';
import { useViewer } from '../session/viewer';
import classes from './navigation.module.css';

interface Entry {
  to: string;
  label: string;
  icon: TablerIcon;
  role?: AdminRole;
}

export const NAVIGATION: readonly { label?: string; entries: readonly Entry[] }[] = [
  { entries: [{ to: '/overview', label: 'Overview', icon: IconLayoutDashboard }] },
  {
    label: 'Directory',
    entries: [
      { to: '/directory/integrations', label: 'Directory Integrations', icon: IconPlugConnected },
      { to: '/directory/identities', label: 'Identities', icon: IconUsers },
      { to: '/directory/groups', label: 'Groups', icon: IconUsersGroup },
    ],
  },
  {
    label: 'Administration',
    entries: [
      { to: '/webhooks', label: 'Webhooks', icon: IconWebhook },
      { to: '/audit-log', label: 'Audit log', icon: IconHistory },
      { to: '/admin-access', label: 'Admin access', icon: IconKey, role: 'OWNER' },
    ],
  },
];

export function Navigation() {
  const { role } = useViewer();
  return (
    <div className={classes.navigation}>
      {NAVIGATION.map(({ label, entries }) => (
        <div key={label ?? ''} className={classes.part}>
          {label && <div className={classes.label}>{label}</div>}
          {entries
            .filter((entry) => !entry.role || includesRole(role, entry.role))
            .map(({ to, label: name, icon: Icon }) => (
              <NavLink key={to} to={to} className={classes.entry}>
                <Icon size={18} stroke={1.7} aria-hidden />
                {name}
              </NavLink>
            ))}
        </div>
      ))}
    </div>
  );
}
