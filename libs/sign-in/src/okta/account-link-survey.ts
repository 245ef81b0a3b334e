import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { type OktaAccountLink, type OktaOrg, OktaRoutingGateway } from '@rollcall/okta';
import { Database, isId } from '@rollcall/platform';
import type { LinkSurvey } from './okta-sign-in-findings.js';

/** Maximum number of pages to read, so that a survey reads at most 10,000 links. */
const MAX_PAGES = 50;
const MAX_NAMED = 5;

/** Compares the account links in Okta with the Okta user ids that Okta sent over SCIM. */
@Injectable()
export class AccountLinkSurvey {
  constructor(
    private readonly gateway: OktaRoutingGateway,
    private readonly database: Database,
  ) {}

  /** @throws OktaRequestError */
  async examine(key: IntegrationKey, org: OktaOrg, providerId: string): Promise<LinkSurvey> {
    const survey = { examined: 0, wrong: [] as string[], wrongCount: 0, whole: true };
    let next: string | undefined;
    for (let page = 0; ; page += 1) {
      const answer: { links: OktaAccountLink[]; next: string | undefined } = await this.gateway.accountLinks(
        org,
        providerId,
        next,
      );
      const wrong = await this.wrongOf(key, answer.links);
      survey.examined += answer.links.length;
      survey.wrongCount += wrong.length;
      survey.wrong.push(...wrong.slice(0, MAX_NAMED - survey.wrong.length));
      if (answer.next === undefined || answer.next === next) return survey;
      if (page + 1 >= MAX_PAGES) return { ...survey, whole: false };
      next = answer.next;
    }
  }

  /**
   * Finds people whose link belongs to another Okta user. People who were deleted or have no Okta id are not included.
   */
  private async wrongOf(
    { tenantId, integrationId }: IntegrationKey,
    links: readonly OktaAccountLink[],
  ): Promise<string[]> {
    const ours = links.filter(({ externalId }) => isId(externalId));
    if (ours.length === 0) return [];
    const rows = await this.database.query<{ user_name: string }>(
      `select i.user_name from unnest($3::uuid[], $4::text[]) as link (subject, user_id)
       join identities i on i.tenant_id = $1 and i.integration_id = $2 and i.id = link.subject
       where i.external_id like '00u%' and i.external_id <> link.user_id
       order by i.user_name`,
      [tenantId, integrationId, ours.map(({ externalId }) => externalId), ours.map(({ userId }) => userId)],
    );
    return rows.map(({ user_name }) => user_name);
  }
}
