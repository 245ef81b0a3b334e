import { Injectable } from '@nestjs/common';
import { RegistrationLedger, type IntegrationKey } from '@rollcall/directory';
import { writesToOkta } from '@rollcall/directory-integration';
import { Database } from '@rollcall/platform';
import { Batchers } from '../batching/batcher.js';
import { SAME_TARGET } from '../target/same-target.js';
import type { IdentityFacts } from './identity-facts.js';

const MAX_BATCH = 100;
const BATCH_WINDOW_MS = 3;
/** Batch window of `alertOthers`. It is longer, because no request waits for it. */
const RELAXED_BATCH_WINDOW_MS = 15;

/** An identity and the remote user that it is linked to. */
export interface Link {
  identityId: string;
  remoteId: string;
}

export function linkOf({ identityId }: { identityId: string }, { oktaUserId }: { oktaUserId: string | null }): Link {
  return { identityId, remoteId: oktaUserId ?? '' };
}

/** Integrations whose identities count. ALL includes disabled integrations, because their stored remote state may become outdated too. */
type Scope = 'ENABLED' | 'OTHER_INTEGRATIONS' | 'ALL';

/** A claimed identity, and whether other rows have its remote user. */
export interface Sharing {
  /** Undefined if the identity was deleted. */
  facts: IdentityFacts | undefined;
  shared: boolean;
  /** One of the other rows is claimed, so this identity must wait. */
  mustWait: boolean;
}

/** Another identity that wants the remote user of `link` to be true. `link` is the identity id of a link. */
interface Other {
  link: string;
  integrationId: string;
  identityId: string;
  /** Its row is linked to the user and says that the user is true. */
  knows: boolean;
}

/**
 * Remote users with several linked identities of a tenant. Two SCIM applications may read from the same org,
 * people may move from one application to the other, and a client may push a person twice. Such a user stays true while
 * at least one of these identities should be registered.
 */
@Injectable()
export class SharedUsers {
  private readonly questions = new Batchers<Link, boolean>(MAX_BATCH, BATCH_WINDOW_MS);
  private readonly alarms = new Batchers<Link, void>(MAX_BATCH, RELAXED_BATCH_WINDOW_MS);

  constructor(
    private readonly database: Database,
    private readonly ledger: RegistrationLedger,
  ) {}

  /** Like `wantedByOthers`, for one link. Concurrent calls share a statement. */
  async isWantedByOthers({ tenantId, integrationId }: IntegrationKey, link: Link): Promise<boolean> {
    const batcher = this.questions.of(`${tenantId}/${integrationId}`, async (links) => {
      const wanted = await this.wantedByOthers({ tenantId, integrationId }, links);
      return links.map(({ identityId }) => wanted.has(identityId));
    });
    return batcher.add(link);
  }

  /**
   * Ids of the identities whose remote user is wanted by another identity, which should be registered.
   */
  async wantedByOthers(key: IntegrationKey, links: readonly Link[]): Promise<ReadonlySet<string>> {
    return new Set((await this.others(key, links, 'ENABLED')).map(({ link }) => link));
  }

  /**
   * Called after a user was set to false. Requeues the other identities that want this user to be true, because they
   * may have read the old value. Identities of a disabled integration read it when the integration is enabled.
   * Concurrent calls share a statement.
   */
  async alertOthers({ tenantId, integrationId }: IntegrationKey, link: Link): Promise<void> {
    const batcher = this.alarms.of(`${tenantId}/${integrationId}`, async (links) => {
      await this.relink(tenantId, await this.others({ tenantId, integrationId }, links, 'ALL'));
      return links.map(() => undefined);
    });
    return batcher.add(link);
  }

  /**
   * Called before a user that may be true is left to the other identities that want it. Requeues those identities whose
   * row does not show that the user is true. Otherwise such an identity could stop wanting the user before its first
   * attempt, and its row would then be settled without a read of the user.
   * @param elsewhere true if only identities of other integrations count
   * @returns false if no other identity wants the user any more
   */
  async leaveToOthers(key: IntegrationKey, link: Link, { elsewhere }: { elsewhere: boolean }): Promise<boolean> {
    const scope = elsewhere ? 'OTHER_INTEGRATIONS' : 'ENABLED';
    const requeued = new Set<string>();
    // Each round reads again, because an identity may have moved away or been deleted before its row was requeued.
    for (;;) {
      const others = await this.others(key, [link], scope);
      const unread = others.filter(({ knows, identityId }) => !knows && !requeued.has(identityId));
      if (unread.length === 0) return others.length > 0;
      await this.relink(key.tenantId, unread);
      for (const { identityId } of unread) requeued.add(identityId);
    }
  }

  private async relink(tenantId: string, others: readonly Other[]): Promise<void> {
    for (const integrationId of new Set(others.map((other) => other.integrationId))) {
      const ids = others.filter((other) => other.integrationId === integrationId).map(({ identityId }) => identityId);
      await this.database.transaction((tx) => this.ledger.relink(tx, { tenantId, integrationId }, ids));
    }
  }

  /**
   * The other identities that want the remote users of the links. They belong to the same integration, or to one that
   * writes the same attribute at the same target. External ids are compared only for Okta, because only there are they
   * ids of users.
   */
  private async others(
    { tenantId, integrationId }: IntegrationKey,
    links: readonly Link[],
    scope: Scope,
  ): Promise<Other[]> {
    if (links.length === 0) return [];
    return this.database.query<Other>(
      `with asked as materialized (
         select * from unnest($3::uuid[], $4::text[]) as asked (identity_id, remote_id)
       ), writers as materialized (
         select theirs.integration_id, ${writesToOkta('theirs')} as okta ${SAME_TARGET}
           and case when theirs.integration_id = ours.integration_id then $5 <> 'OTHER_INTEGRATIONS' else theirs.enabled or $5 = 'ALL' end
       )
       select asked.identity_id as link, w.integration_id as "integrationId", i.id as "identityId", coalesce(r.confirmed, false) and not r.unsure as knows from asked cross join writers w
         join registrations r on r.tenant_id = $1 and r.integration_id = w.integration_id and r.okta_user_id = asked.remote_id
         join identities i on i.tenant_id = $1 and i.integration_id = w.integration_id and i.id = r.identity_id
       where i.id <> asked.identity_id and i.active and i.active_passkeys > 0
       union
       select asked.identity_id, w.integration_id, i.id, coalesce(r.confirmed and r.okta_user_id = asked.remote_id, false) and not r.unsure
       from asked join writers w on w.okta
         join identities i on i.tenant_id = $1 and i.integration_id = w.integration_id and i.external_id = asked.remote_id
         left join registrations r on r.tenant_id = $1 and r.integration_id = w.integration_id and r.identity_id = i.id
       where i.id <> asked.identity_id and i.active and i.active_passkeys > 0`,
      [
        tenantId,
        integrationId,
        links.map(({ identityId }) => identityId),
        links.map(({ remoteId }) => remoteId),
        scope,
      ],
    );
  }

  /**
   * Reads claimed identities, and whether other rows have the same remote user. The identity must wait if one of these
   * rows is claimed too, because all processes together may send only one request at a time for a remote user. This is
   * one statement, so that an identity that moves at the same time is not compared with the rows of its previous user.
   * Both the link and the external id of the identity count. If the identity moved to another user after its claim, its
   * link is still the previous user, but its attempt uses the new external id.
   * The statement runs after the commit of the claim. So of two concurrent claims, at least one sees the other. Of two
   * claims in the same batch, the first need not wait.
   * @param linkedNow true if the link was recorded just now. The other claims of the batch did not see the link then,
   * and their requests may be in flight
   * @returns an entry by identity id; none for an identity without a ledger row
   */
  async sharing(
    { tenantId, integrationId }: IntegrationKey,
    identityIds: readonly string[],
    { linkedNow = false }: { linkedNow?: boolean } = {},
  ): Promise<ReadonlyMap<string, Sharing>> {
    if (identityIds.length === 0) return new Map();
    const rows = await this.database.query<Omit<Sharing, 'facts'> & IdentityFacts & { isDeleted: boolean }>(
      `with mine as materialized (
         select m.identity_id, m.locked_by, m.okta_user_id, i.id, i.active, i.active_passkeys, i.user_name, i.external_id
         from registrations m left join identities i on i.tenant_id = $1 and i.integration_id = $2 and i.id = m.identity_id
         where m.tenant_id = $1 and m.integration_id = $2 and m.identity_id = any($3::uuid[])
       ), named as materialized (
         select mine.identity_id, mine.locked_by, named.remote_id
         from mine cross join lateral (select mine.okta_user_id union select mine.external_id) named (remote_id)
       ), writers as materialized (
         select theirs.integration_id, ${writesToOkta('theirs')} as okta ${SAME_TARGET}
       ), other as (
         select named.identity_id, r.identity_id as other_id, named.locked_by as lease, r.locked_by, r.locked_until
         from named cross join writers w
           join registrations r on r.tenant_id = $1 and r.integration_id = w.integration_id and r.okta_user_id = named.remote_id
         union all
         select named.identity_id, r.identity_id, named.locked_by, r.locked_by, r.locked_until from named join writers w on w.okta
           join identities i on i.tenant_id = $1 and i.integration_id = w.integration_id and i.external_id = named.remote_id
           join registrations r on r.tenant_id = $1 and r.integration_id = w.integration_id and r.identity_id = i.id
       ), sharing as (
         select identity_id, coalesce(bool_or(locked_until > now()
           and ($4 or locked_by <> lease or other_id < identity_id)), false) as must_wait
         from other where other_id <> identity_id group by identity_id
       )
       select mine.identity_id as id, mine.id is null as "isDeleted", mine.active, mine.active_passkeys, mine.user_name, mine.external_id,
         sharing.identity_id is not null as shared, coalesce(sharing.must_wait, false) as "mustWait"
       from mine left join sharing on sharing.identity_id = mine.identity_id`,
      [tenantId, integrationId, identityIds, linkedNow],
    );
    return new Map(
      rows.map(({ shared, mustWait, isDeleted, ...facts }) => [
        facts.id,
        { facts: isDeleted ? undefined : facts, shared, mustWait },
      ]),
    );
  }
}
