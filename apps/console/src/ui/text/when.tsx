import { useNow } from './use-now';
import { exactTime, relativeTime } from './time-format';

/** "3 minutes ago", the exact time on hover. */
export function When({ at, never = 'Never' }: { at: string | null | undefined; never?: string }) {
  const now = useNow();
  if (!at) return <>{never}</>;
  const date = new Date(at);
  return (
    <time dateTime={at} title={exactTime(date)}>
      {relativeTime(date, now)}
    </time>
  );
}
