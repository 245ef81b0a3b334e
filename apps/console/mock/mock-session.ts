export const ROLE_OF_TOKEN: Record<string, string> = {
  owner: 'OWNER',
  admin: 'ADMIN',
  operator: 'OPERATOR',
  viewer: 'VIEWER',
};
