import { Injectable } from '@nestjs/common';
import { RegistrationLedger, type IntegrationKey } from '@rollcall/directory';
import { writesToOkta } from '@rollcall/directory-integration';
import { Database } from '@rollcall/platform';
import { Batchers } from '../batching/batcher.js';
import { SAME_TARGET } from '../target/same-target.js';

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

/** Another identity that wants the remote user of `link` to be true. `link` is the identity id of a link. */
interface Other {
  link: string;
  integrationId: string;
  identityId: string;
}

/**
 * Remote users to whom several identities of a tenant are linked. Two SCIM applications may read from the same org,
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
   * @param elsewhere true if only identities of other integrations count
   */
  async wantedByOthers(
    key: IntegrationKey,
    links: readonly Link[],
    { elsewhere = false }: { elsewhere?: boolean } = {},
  ): Promise<ReadonlySet<string>> {
    const scope = elsewhere ? 'OTHER_INTEGRATIONS' : 'ENABLED';
    return new Set((await this.others(key, links, scope)).map(({ link }) => link));
  }

  /**
   * Called after a user was set to false. Requeues the other identities that want this user to be true, because they
   * may have read the old value. Identities of a disabled integration read it when the integration is enabled.
   * Concurrent calls share a statement.
   */
  async alertOthers({ tenantId, integrationId }: IntegrationKey, link: Link): Promise<void> {
    const batcher = this.alarms.of(`${tenantId}/${integrationId}`, async (links) => {
      const others = await this.others({ tenantId, integrationId }, links, 'ALL');
      for (const id of new Set(others.map((other) => other.integrationId))) {
        const ids = others.filter((other) => other.integrationId === id).map(({ identityId }) => identityId);
        await this.database.transaction((tx) => this.ledger.relink(tx, { tenantId, integrationId: id }, ids));
      }
      return links.map(() => undefined);
    });
    return batcher.add(link);
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
       select asked.identity_id as link, w.integration_id as "integrationId", i.id as "identityId" from asked cross join writers w
         join registrations r on r.tenant_id = $1 and r.integration_id = w.integration_id and r.okta_user_id = asked.remote_id
         join identities i on i.tenant_id = $1 and i.integration_id = w.integration_id and i.id = r.identity_id
       where i.id <> asked.identity_id and i.active and i.active_passkeys > 0
       union
       select asked.identity_id, w.integration_id, i.id from asked join writers w on w.okta
         join identities i on i.tenant_id = $1 and i.integration_id = w.integration_id and i.external_id = asked.remote_id
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
   * Finds claimed identities that share their remote user with another row. An identity must wait if the other row is
   * claimed too, because all processes together may send only one request at a time for a remote user.
   * This query runs after the commit of the claim. So of two concurrent claims, at least one sees the other. Of two
   * claims in the same batch, the first need not wait.
   * @param linkedNow true if the link was recorded just now. The other claims of the batch did not see the link then,
   * and their requests may be in flight
   * @returns one entry for each identity that shares its user: true if it must wait
   */
  async busy(
    { tenantId, integrationId }: IntegrationKey,
    identityIds: readonly string[],
    { linkedNow = false }: { linkedNow?: boolean } = {},
  ): Promise<ReadonlyMap<string, boolean>> {
    if (identityIds.length === 0) return new Map();
    const rows = await this.database.query<{ id: string; held: boolean }>(
      `with mine as materialized (
         select m.identity_id, m.locked_by, coalesce(m.okta_user_id, i.external_id) as remote_id
         from registrations m left join identities i on i.tenant_id = $1 and i.integration_id = $2 and i.id = m.identity_id
         where m.tenant_id = $1 and m.integration_id = $2 and m.identity_id = any($3::uuid[])
       ), writers as materialized (
         select theirs.integration_id, ${writesToOkta('theirs')} as okta ${SAME_TARGET}
       ), rivals as (
         select mine.identity_id, mine.locked_by, r.identity_id as rival_id, r.locked_by as rival_lease, r.locked_until from mine cross join writers w
           join registrations r on r.tenant_id = $1 and r.integration_id = w.integration_id and r.okta_user_id = mine.remote_id
         union all
         select mine.identity_id, mine.locked_by, r.identity_id, r.locked_by, r.locked_until from mine join writers w on w.okta
           join identities i on i.tenant_id = $1 and i.integration_id = w.integration_id and i.external_id = mine.remote_id
           join registrations r on r.tenant_id = $1 and r.integration_id = w.integration_id and r.identity_id = i.id and r.okta_user_id is null
       )
       select identity_id as id,
         bool_or(coalesce(locked_until > now(), false) and ($4 or rival_lease <> locked_by or rival_id < identity_id)) as held
       from rivals where rival_id <> identity_id group by identity_id`,
      [tenantId, integrationId, identityIds, linkedNow],
    );
    return new Map(rows.map(({ id, held }) => [id, held]));
  }
}
