import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconInfoCircle,
  IconProgress,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './callout.module.css';
import type { Tone } from './status';

const ICON: Record<Tone, TablerIcon> = {
  ok: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconCircleX,
  busy: IconProgress,
  idle: IconInfoCircle,
};

interface Props {
  tone: Tone;
  title?: string;
  icon?: TablerIcon;
  children: ReactNode;
  actions?: ReactNode;
  /** The ARIA role: `alert` for the result of the user's last action. */
  role?: 'alert' | 'status';
}

/** A highlighted notice, colored by tone. */
export function Callout({ tone, title, icon, children, actions, role }: Props) {
  const Icon = icon ?? ICON[tone];
  return (
    <div className={classes.callout} data-tone={tone} role={role}>
      <Icon size={19} aria-hidden />
      <div className={classes.body}>
        {title && <strong className={classes.title}>{title}</strong>}
        <div>{children}</div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
    </div>
  );
}
