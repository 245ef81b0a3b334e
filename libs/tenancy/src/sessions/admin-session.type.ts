import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { browserName, connectionOf } from '@rollcall/platform';
import type { Admin } from '../access/admin.js';
import { AdminRole } from '../access/admin-role.js';
import type { AdminSessionRow } from './admin-session.row.js';
import { sessionIdOf } from './admin-sessions.js';

@ObjectType({ description: 'A browser that is signed in to the console.' })
export class AdminSession {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Name of the admin token, or of the root administrator.' })
  name!: string;

  @Field(() => AdminRole)
  role!: AdminRole;

  @Field(() => Boolean, { description: 'It is the session that asks.' })
  current!: boolean;

  @Field(() => Boolean, { description: 'It was started with a passkey.' })
  byPasskey!: boolean;

  @Field(() => String, { nullable: true, description: 'Browser and system, as far as its User-Agent says.' })
  browser!: string | null;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'To the minute.' })
  lastSeenAt!: Date;

  @Field(() => GraphQLISODateTime)
  expiresAt!: Date;
}

export const AdminSessionConnection = connectionOf(AdminSession);

export function toAdminSession(row: AdminSessionRow, asker: Admin): AdminSession {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    current: row.id === sessionIdOf(asker),
    byPasskey: row.admin_passkey_id !== null,
    browser: browserName(row.user_agent) ?? null,
    createdAt: row.created_at,
    lastSeenAt: row.last_used_at ?? row.created_at,
    expiresAt: row.expires_at,
  };
}
