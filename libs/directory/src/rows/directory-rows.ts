import { GroupMemberRow } from './group-member.row.js';
import { GroupRow } from './group.row.js';
import { IdentityRow } from './identity.row.js';

/** Tables of this library, for the drift check. */
export const directoryRows = [IdentityRow, GroupRow, GroupMemberRow];
