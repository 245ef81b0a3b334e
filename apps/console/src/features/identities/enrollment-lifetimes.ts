/** The lifetimes that an administrator can choose for an enrollment link, in seconds. */
export const ENROLLMENT_LIFETIMES = [
  { value: '3600', label: '1 hour' },
  { value: '86400', label: '1 day' },
  { value: '604800', label: '7 days' },
  { value: '2592000', label: '30 days' },
];
