import { Injectable } from '@nestjs/common';
import { RegistrationLedger, type IntegrationKey } from '@rollcall/directory';
import { Database } from '@rollcall/platform';
import { Batchers } from '../batcher.js';

const MAX_BATCH = 100;
const BATCH_WINDOW_MS = 3;
/** Of those who wait for what others want while the target waits for nobody. */
const RELAXED_BATCH_WINDOW_MS = 15;

/** One of our identities, and the remote user that it stands for. */
export interface Link {
  identityId: string;
  remoteId: string;
}

export function linkOf({ identityId }: { identityId: string }, { oktaUserId }: { oktaUserId: string | null }): Link {
  return { identityId, remoteId: oktaUserId ?? '' };
}

/** Another identity that wants the user of `link` registered. */
interface Other {
  link: string;
  integrationId: string;
  identityId: string;
}

/**
 * Remote users for whom several identities of a tenant stand: two SCIM applications may feed from one org, people move from one to the
 * other, and a client may push somebody twice. Such a user is registered as long as one of them says so.
 */
@Injectable()
export class SharedUsers {
  private readonly questions = new Batchers<Link, boolean>(MAX_BATCH, BATCH_WINDOW_MS);
  private readonly alarms = new Batchers<Link, void>(MAX_BATCH, RELAXED_BATCH_WINDOW_MS);

  constructor(
    private readonly database: Database,
    private readonly ledger: RegistrationLedger,
  ) {}

  /** `wantedByOthers` of one: those who ask at once share a statement. */
  async isWantedByOthers({ tenantId, integrationId }: IntegrationKey, link: Link): Promise<boolean> {
    const batcher = this.questions.of(`${tenantId}/${integrationId}`, async (links) => {
      const wanted = await this.wantedByOthers({ tenantId, integrationId }, links);
      return links.map(({ identityId }) => wanted.has(identityId));
    });
    return batcher.add(link);
  }

  /**
   * The ids of those of these identities whose user another one wants registered.
   * @param elsewhere whether only those of other integrations count
   */
  async wantedByOthers(
    key: IntegrationKey,
    links: readonly Link[],
    { elsewhere = false }: { elsewhere?: boolean } = {},
  ): Promise<ReadonlySet<string>> {
    return new Set((await this.others(key, links, elsewhere)).map(({ link }) => link));
  }

  /**
   * After a user was set to false: whoever came to want them registered meanwhile may have read what was there before, and looks again.
   * Those who ask at once share a statement.
   */
  async alertOthers({ tenantId, integrationId }: IntegrationKey, link: Link): Promise<void> {
    const batcher = this.alarms.of(`${tenantId}/${integrationId}`, async (links) => {
      const others = await this.others({ tenantId, integrationId }, links, false);
      for (const id of new Set(others.map((other) => other.integrationId))) {
        const ids = others.filter((other) => other.integrationId === id).map(({ identityId }) => identityId);
        await this.database.transaction((tx) => this.ledger.relink(tx, { tenantId, integrationId: id }, ids));
      }
      return links.map(() => undefined);
    });
    return batcher.add(link);
  }

  /**
   * Identities of the same integration, or of one that is enabled and writes to the same attribute of the same target. An external id is a
   * user's id in Okta only.
   */
  private async others(
    { tenantId, integrationId }: IntegrationKey,
    links: readonly Link[],
    elsewhere: boolean,
  ): Promise<Other[]> {
    if (links.length === 0) return [];
    return this.database.query<Other>(
      `with asked as materialized (
         select * from unnest($3::uuid[], $4::text[]) as asked (identity_id, remote_id)
       ), writers as materialized (
         select theirs.integration_id, theirs.scim is null as okta
         from registration_syncs ours join registration_syncs theirs on theirs.tenant_id = ours.tenant_id
           and theirs.okta_domain = ours.okta_domain and theirs.attribute = ours.attribute
           and (theirs.scim ->> 'extension') is not distinct from (ours.scim ->> 'extension')
           and case when theirs.integration_id = ours.integration_id then not $5 else theirs.enabled end
         where ours.tenant_id = $1 and ours.integration_id = $2
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
        elsewhere,
      ],
    );
  }
}
