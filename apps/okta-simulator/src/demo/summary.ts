import { expectSeen } from './narrator.js';
import type { Stage } from './story.js';

/** Prints the table at the end of the demo: the requests that the simulator has received as Okta. */
export function summarize({ tell, okta }: Stage, people: number): void {
  const writes = okta.writes.all.filter((write) => write.path.startsWith('/api/v1/users/'));
  const puts = writes.filter((write) => write.method === 'PUT').length;
  const alien = writes.filter(
    (write) => JSON.stringify(Object.keys(profileOf(write.body))) !== '["byndidRegistered"]',
  ).length;
  const changing = writes.filter((write) => write.changed).length;
  tell.table([
    ['people pushed in by Okta', String(people)],
    ['writes to Okta users', `${writes.length} (${changing} changed something)`],
    ['full updates (PUT)', String(puts)],
    ['writes that touched another attribute', String(alien)],
    ['people with byndidRegistered now', String(okta.trueSet().length)],
  ]);
  expectSeen(puts === 0 && alien === 0 && writes.length === changing, 'Okta received writes that it should not have');
}

function profileOf(body: unknown): Record<string, unknown> {
  return (body as { profile?: Record<string, unknown> } | null)?.profile ?? {};
}
