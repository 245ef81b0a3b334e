/** An attribute of an integration's own schema: a string that clients may read and write, unless `more` says otherwise. */
export const ownAttribute = (name: string, more: object = {}) => ({
  name,
  type: 'string' as const,
  multiValued: false,
  description: '',
  required: false,
  caseExact: false,
  mutability: 'readWrite' as const,
  returned: 'default' as const,
  uniqueness: 'none' as const,
  ...more,
});
