import { Injectable } from '@nestjs/common';
import type { OktaOrg } from '../okta/okta-org.js';
import { OktaRequestError } from '../okta/okta-answer.js';
import { OktaUserList, type OktaUserPage } from '../okta/okta-user-list.js';
import { OktaQuotas, QuotaSpent } from '../quota/okta-quotas.js';
import { OktaPatience } from './okta-patience.js';
import { ListExpired } from './run-aborted.js';

/** Requests that are taken out of the quota at a time: one statement for so many pages. */
const TAKEN_AT_ONCE = 5;

export interface OktaPage extends OktaUserPage {
  /** Those that failed included. */
  requests: number;
}

interface Coming {
  page: Promise<OktaPage>;
  /** Settled as soon as the page after it is known, which may be before this one is in. */
  next: Promise<string | undefined>;
}

/** Okta's true-set page after page. Only a page tells where the next one is, so one is asked for while the one before is still being read. */
@Injectable()
export class OktaPages {
  constructor(
    private readonly list: OktaUserList,
    private readonly quotas: OktaQuotas,
    private readonly patience: OktaPatience,
  ) {}

  /** @param from address of the first page; undefined: the beginning */
  async *read(org: OktaOrg, from: string | undefined, signal: AbortSignal): AsyncGenerator<OktaPage> {
    const allow = this.allowance(org);
    for (let coming: Coming | undefined = this.ask(org, from, allow, signal); coming;) {
      const following: Promise<Coming | undefined> = coming.next.then((next) =>
        next === undefined ? undefined : this.ask(org, next, allow, signal),
      );
      following.catch(() => undefined);
      yield await coming.page;
      coming = await following;
    }
  }

  private ask(org: OktaOrg, from: string | undefined, allow: () => Promise<void>, signal: AbortSignal): Coming {
    let requests = 0;
    let know: (next: string | undefined) => void = () => undefined;
    const early = new Promise<string | undefined>((resolve) => (know = resolve));
    const page = this.patience
      .ask(org, 'users.list', signal, async () => {
        await allow();
        requests += 1;
        return this.list.registered(org, from, know).catch((error: unknown) => {
          throw from !== undefined && isUnknownAddress(error) ? new ListExpired() : error;
        });
      })
      .then((found) => ({ ...found, requests }));
    return { page, next: Promise.race([early, page.then(({ next }) => next)]) };
  }

  /** @returns a function that throws QuotaSpent when not even one request is allowed */
  private allowance(org: OktaOrg): () => Promise<void> {
    let allowed = 0;
    return async () => {
      if (allowed === 0) {
        const { granted, waitMs } = await this.quotas.take(org, 'users.list', TAKEN_AT_ONCE);
        if (granted === 0) throw new QuotaSpent('users.list', waitMs);
        allowed += granted;
      }
      allowed -= 1;
    };
  }
}

/** What Okta says of a cursor that it has forgotten is not documented: it is the request that is wrong, and neither we nor the time. */
function isUnknownAddress(error: unknown): boolean {
  if (!(error instanceof OktaRequestError) || error.answer.kind !== 'ERROR') return false;
  return [400, 404, 410].includes(error.answer.status);
}
