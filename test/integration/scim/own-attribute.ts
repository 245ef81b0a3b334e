/**
 * A custom attribute of an integration. It is a string that clients may read and write, unless `more` overrides this.
 */
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
