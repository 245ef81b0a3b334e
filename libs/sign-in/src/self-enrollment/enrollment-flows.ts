import { Injectable, Logger } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { EnrollmentService } from '@rollcall/passkeys';
import { Clock, DomainError, isId, SecretBox } from '@rollcall/platform';
import { EnrollablePeople, type EnrollablePerson } from './enrollable-people.js';
import { type ExpectedAnswer, type OktaApplication, OktaSignIns } from './okta-sign-in.js';
import { SelfEnrollments } from './self-enrollments.js';

/** Why a person cannot create a passkey now. Each reason has its own page. */
export type SelfEnrollmentRefusal =
  'NOT_AVAILABLE' | 'START_AGAIN' | 'NOT_ALLOWED' | 'UNKNOWN_PERSON' | 'SUSPENDED' | 'OKTA_FAILED';

export class SelfEnrollmentRefused extends DomainError {
  /** @param integrationId the integration at which the person can start again */
  constructor(
    readonly reason: SelfEnrollmentRefusal,
    readonly integrationId?: string,
  ) {
    super('FORBIDDEN', `Enrollment: ${reason}`);
  }
}

/**
 * A flow in progress. It is encrypted in a cookie of the browser, so that a visitor who starts many flows cannot fill a
 * table.
 */
interface Flow extends ExpectedAnswer {
  integrationId: string;
  until: number;
}

/** Maximum time in which a person must sign in at Okta. */
const FLOW_MS = 15 * 60_000;
/** In seconds. The lifetime is short, because the person uses the link at once. */
const LINK_LIFETIME = 15 * 60;
const AAD = 'self-enrollment flow';

/** Self-enrollment: a person signs in at Okta and then receives an enrollment link. */
@Injectable()
export class EnrollmentFlows {
  private readonly log = new Logger(EnrollmentFlows.name);

  constructor(
    private readonly settings: SelfEnrollments,
    private readonly okta: OktaSignIns,
    private readonly people: EnrollablePeople,
    private readonly enrollments: EnrollmentService,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /**
   * @param integrationId if omitted, the only integration in the installation that has self-enrollment
   * @throws SelfEnrollmentRefused NOT_AVAILABLE
   */
  async locate(integrationId: string | undefined): Promise<{ key: IntegrationKey; application: OktaApplication }> {
    const key = await this.settings.locate(integrationId);
    const application = key && (await this.settings.application(key));
    if (!application) throw new SelfEnrollmentRefused('NOT_AVAILABLE');
    return { key, application };
  }

  /** @throws SelfEnrollmentRefused NOT_AVAILABLE */
  async begin(wanted: string | undefined): Promise<{ url: URL; flow: string; until: Date }> {
    const { key, application } = await this.locate(wanted);
    const { integrationId } = key;
    const { url, expected } = await this.okta.begin(application, integrationId);
    const until = new Date(this.clock.now().getTime() + FLOW_MS);
    const flow: Flow = { ...expected, integrationId, until: until.getTime() };
    return { url, flow: this.box.seal(JSON.stringify(flow), AAD), until };
  }

  /**
   * @param sealed the cookie of the browser in which the flow began
   * @param query the query string of the callback
   * @returns the person's enrollment link
   * @throws SelfEnrollmentRefused. START_AGAIN does not end the flow, because the response may belong to an earlier tab
   */
  async finish(sealed: string | undefined, query: string): Promise<string> {
    const flow = this.open(sealed);
    const state = new URLSearchParams(query).get('state') ?? '';
    if (flow?.state !== state) throw new SelfEnrollmentRefused('START_AGAIN', integrationOf(state));
    const { integrationId } = flow;
    const { key, application } = await this.locate(integrationId);
    const signedIn = await this.okta.finish(application, query, flow).catch((error: unknown) => {
      const { error: answered } = error as { error?: unknown };
      this.log.warn(`Integration ${integrationId}: a sign-in at Okta before an enrollment failed: ${describe(error)}`);
      throw new SelfEnrollmentRefused(answered === 'access_denied' ? 'NOT_ALLOWED' : 'OKTA_FAILED', integrationId);
    });
    const person = await this.people.find(key, signedIn);
    if (!person) throw new SelfEnrollmentRefused('UNKNOWN_PERSON', integrationId);
    if (!person.active) throw new SelfEnrollmentRefused('SUSPENDED', integrationId);
    return this.linkOf(key, person);
  }

  private async linkOf({ tenantId, integrationId }: IntegrationKey, person: EnrollablePerson): Promise<string> {
    const actor = { type: 'PERSON', id: person.id, name: person.userName } as const;
    const request = { identityId: person.id, expiresIn: LINK_LIFETIME };
    try {
      const { url } = await this.enrollments.createEnrollment({ tenantId, actor }, request);
      return url;
    } catch (error) {
      // The person was changed or deleted after they were found.
      const code = error instanceof DomainError ? error.code : undefined;
      if (code === 'CONFLICT') throw new SelfEnrollmentRefused('SUSPENDED', integrationId);
      if (code === 'NOT_FOUND') throw new SelfEnrollmentRefused('UNKNOWN_PERSON', integrationId);
      throw error;
    }
  }

  private open(sealed: string | undefined): Flow | undefined {
    if (sealed === undefined) return undefined;
    try {
      const flow = JSON.parse(this.box.open(sealed, AAD)) as Flow;
      return isId(flow.integrationId) && flow.until > this.clock.now().getTime() ? flow : undefined;
    } catch {
      return undefined;
    }
  }
}

/**
 * The integration at which a person without a flow can start again. @param state the state of {@link
 * OktaSignIns.begin}, or any other text
 */
function integrationOf(state: string): string | undefined {
  const [, id = ''] = state.split('.');
  return isId(id) ? id : undefined;
}

/** The message and code of the library's error. Its cause is left out, because it may contain tokens. */
function describe(error: unknown): string {
  const { message, code, error: answered } = error as { message?: string; code?: string; error?: string };
  return [message, code, answered].filter((part) => typeof part === 'string').join(', ');
}
