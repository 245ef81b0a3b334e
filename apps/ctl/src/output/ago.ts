const STEPS: readonly [seconds: number, unit: string][] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
  [1, 's'],
];

/** How long ago an ISO instant was, in its largest unit; `never` if there is no instant. */
export function ago(instant: string | null | undefined, now = Date.now()): string {
  if (!instant) return 'never';
  const seconds = Math.max(0, Math.round((now - Date.parse(instant)) / 1000));
  for (const [size, unit] of STEPS) if (seconds >= size) return `${Math.floor(seconds / size)} ${unit} ago`;
  return 'now';
}
