import { isStorable } from '@rollcall/platform';

/** An event of Okta that contains users. */
export interface HookEvent {
  id: string;
  /** Okta ids of the users in the event. */
  userIds: string[];
}

interface EventJson {
  uuid?: unknown;
  target?: unknown;
}

/** Reads the body of an event hook's request. Returns the events that contain users, and ignores everything else. */
export function readDelivery(body: unknown): HookEvent[] {
  const events = (body as { data?: { events?: unknown } } | null)?.data?.events;
  if (!Array.isArray(events)) return [];
  return events.flatMap((event: EventJson | null) => {
    const userIds = userIdsOf(event?.target);
    return isText(event?.uuid) && userIds.length > 0 ? [{ id: event.uuid.slice(0, 200), userIds }] : [];
  });
}

function userIdsOf(target: unknown): string[] {
  if (!Array.isArray(target)) return [];
  return target.flatMap((one: { id?: unknown; type?: unknown } | null) =>
    one?.type === 'User' && isText(one.id) ? [one.id] : [],
  );
}

/** False for text that PostgreSQL cannot store. Such text cannot be an id. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && isStorable(value);
}
