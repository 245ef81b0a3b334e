import { useNow } from './use-now';
import { exactTime, relativeTime } from './time-format';

/** A time such as "3 minutes ago". The exact time is shown on hover. */
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
