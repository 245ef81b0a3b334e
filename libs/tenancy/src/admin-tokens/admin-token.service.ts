import { Injectable } from '@nestjs/common';
import {
  AuditTrail,
  type Caller,
  Clock,
  Database,
  DomainError,
  encodeCursor,
  idSliceOf,
  mintToken,
  newId,
  type Page,
  type PageRequest,
  readToken,
  toPage,
  type Tx,
} from '@rollcall/platform';
import type { Admin } from '../access/admin.js';
import { type AdminRole, isAtLeast } from '../access/admin-role.js';
import { expiryAfter } from '../input/expiry-after.js';
import { BackgroundWrites } from '../usage/background-writes.js';
import { isLastUseStale } from '../usage/last-use.js';
import { AdminTokenRepository } from './admin-token.repository.js';
import type { AdminTokenRow } from './admin-token.row.js';

export interface AdminTokenOrder {
  name: string;
  role: AdminRole;
  /** Seconds; if omitted, the token never expires. */
  expiresIn?: number | null | undefined;
}

export interface MintedAdminToken {
  /** Shown once. */
  token: string;
  record: AdminTokenRow;
}

@Injectable()
export class AdminTokenService {
  constructor(
    private readonly database: Database,
    private readonly tokens: AdminTokenRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly writes: BackgroundWrites,
  ) {}

  /**
   * The token expires no later than its creator's token.
   * @throws UNAUTHENTICATED if the creator's token was revoked in the meantime
   */
  async create(admin: Admin, order: AdminTokenOrder): Promise<MintedAdminToken> {
    const { adminTokenId } = admin;
    return this.database.transaction(async (tx) => {
      if (adminTokenId === null) return this.mint(tx, admin, order);
      const creator = await this.tokens.lockAlive(tx, admin.tenantId, adminTokenId, this.clock.now());
      if (!creator) throw DomainError.unauthenticated('The admin token is unknown, expired or revoked.');
      return this.mint(tx, admin, order, creator);
    });
  }

  /** As `create`, inside the caller's transaction. */
  async mint(tx: Tx, caller: Caller, order: AdminTokenOrder, creator?: AdminTokenRow): Promise<MintedAdminToken> {
    const now = this.clock.now();
    const expiresAt = expiryAfter(now, order.expiresIn);
    const { token, hash, lastFour } = mintToken('admin', caller.tenantId);
    const record = await this.tokens.insert(tx, {
      tenant_id: caller.tenantId,
      id: newId(),
      name: order.name,
      role: order.role,
      token_hash: hash,
      last_four: lastFour,
      created_at: now,
      expires_at: earlier(expiresAt, creator?.expires_at ?? null),
      created_by: creator?.id ?? null,
    });
    await this.audit.record(tx, caller, {
      action: 'admin_token.created',
      subject: { type: 'admin_token', id: record.id },
      detail: { name: record.name, role: record.role, expiresAt: record.expires_at },
    });
    return { token, record };
  }

  /** Newest first. */
  async list(caller: Caller, page: PageRequest): Promise<Page<AdminTokenRow>> {
    const [rows, totalCount] = await Promise.all([
      this.tokens.list(caller.tenantId, idSliceOf(page, 'desc')),
      this.tokens.count(caller.tenantId),
    ]);
    return toPage(rows, page, totalCount, ({ id }) => encodeCursor([id]));
  }

  /** Whether a token is valid and has `role`; locked until the transaction ends, so that a revocation comes before or after it. */
  async mayStill(tx: Tx, tenantId: string, id: string, role: AdminRole): Promise<boolean> {
    const token = await this.tokens.lockAlive(tx, tenantId, id, this.clock.now());
    return token !== undefined && isAtLeast(token.role, role);
  }

  /** The administrator of a token; undefined when it is malformed, unknown, expired or revoked. */
  async verify(token: string): Promise<Admin | undefined> {
    const record = await this.findAlive(token);
    if (!record) return undefined;
    const { tenant_id: tenantId, id, name, role } = record;
    return { tenantId, actor: { type: 'ADMIN_TOKEN', id, name }, role, root: false, adminTokenId: id };
  }

  /** The row of a usable token. Records the use. */
  async findAlive(token: string): Promise<AdminTokenRow | undefined> {
    const read = readToken(token);
    if (read?.kind !== 'admin') return undefined;
    const record = await this.tokens.findByHash(read.tenantId, read.hash);
    const now = this.clock.now();
    if (!record || record.revoked_at || (record.expires_at && record.expires_at <= now)) return undefined;
    if (isLastUseStale(record.last_used_at, now)) {
      this.writes.start(`admin_tokens.last_used_at ${record.id}`, () =>
        this.tokens.noteUse(record.tenant_id, record.id, now),
      );
    }
    return record;
  }
}

/** The earlier time; null means never. */
function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
