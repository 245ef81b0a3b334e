import { parseUserResource, SchemaRegistry } from '../protocol/index.js';
import { toDraft, toPatchable } from './user-draft.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const { user: schema } = new SchemaRegistry();
const draftOf = (body: object, active = true) =>
  toDraft(parseUserResource({ schemas: [USER], userName: 'a', ...body }, schema), schema, active);

describe('a user as columns and the rest', () => {
  it('keeps what is not a column, with its schemas', () => {
    expect(draftOf({ externalId: '00u', displayName: 'A', title: 'T', [ENTERPRISE]: { department: 'D' } })).toEqual({
      userName: 'a',
      externalId: '00u',
      displayName: 'A',
      email: null,
      active: true,
      profile: { schemas: [USER, ENTERPRISE], title: 'T', [ENTERPRISE]: { department: 'D' } },
    });
  });

  it.each([
    [[{ value: 'x' }, { value: 'y', primary: true }], 'y'],
    [[{ value: 'x' }, { value: 'y' }], 'x'],
    [[{ type: 'work' }], null],
    [undefined, null],
  ])('shows the primary address of %j', (emails, expected) => expect(draftOf({ emails }).email).toBe(expected));

  it('leaves active to the caller when it is absent', () => {
    expect(draftOf({}, false).active).toBe(false);
    expect(draftOf({ active: true }, false).active).toBe(true);
  });

  it('is the same draft again after it was read back', () => {
    const draft = draftOf({
      displayName: 'A',
      emails: [{ value: 'x', type: 'work' }],
      [ENTERPRISE]: { department: 'D' },
    });
    const record = {
      ...draft,
      profile: JSON.stringify(draft.profile),
      id: '',
      integrationId: '',
      activePasskeys: 0,
      invitedUntil: null,
      version: '1',
      createdAt: '',
      updatedAt: '',
    };
    expect(toDraft(toPatchable(record), schema, true)).toEqual(draft);
  });
});
