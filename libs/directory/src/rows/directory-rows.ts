import { DirectoryCountRow } from './directory-count.row.js';
import { GroupMemberRow } from './group-member.row.js';
import { GroupRow } from './group.row.js';
import { IdentityRow } from './identity.row.js';

/** Tables of this library; a test compares them with the migrations. */
export const directoryRows = [IdentityRow, GroupRow, GroupMemberRow, DirectoryCountRow];
