import { Injectable } from '@nestjs/common';
import { DirectoryIntegrationService } from '@rollcall/directory-integration';
import { isMissingRight, type OktaOrg, OktaOrgs, OktaRequestError, OktaRoutingGateway } from '@rollcall/okta';
import { type Caller, Database, DomainError } from '@rollcall/platform';
import type { SignInSettings } from '../settings/sign-in-settings.js';
import { SignInService } from '../settings/sign-in.service.js';
import { routeOf } from './match-rule.js';
import { leadsTo, OktaSignInLocator } from './okta-sign-in-state.js';
import { OktaSignInRepository } from './okta-sign-in.repository.js';

export enum SignInDestination {
  PASSKEY = 'PASSKEY',
  OKTA = 'OKTA',
  OTHER_PROVIDER = 'OTHER_PROVIDER',
  UNKNOWN = 'UNKNOWN',
}

/** Where Okta sends a user, and the reasons in the order in which Okta evaluates them. */
export interface RouteExplanation {
  userName: string;
  destination: SignInDestination;
  /** Name of the routing rule that decides. */
  ruleName: string | null;
  /** For PASSKEY: whether the user could sign in at Rollcall. */
  canSignIn: boolean;
  reasons: string[];
}

interface Person {
  id: string;
  active: boolean;
  passkeys: number;
}

/** Explains where Okta will send a user. Reads the rules and the profile from Okta, and uses our own data. */
@Injectable()
export class RouteExplanations {
  constructor(
    private readonly integrations: DirectoryIntegrationService,
    private readonly signIns: SignInService,
    private readonly orgs: OktaOrgs,
    private readonly gateway: OktaRoutingGateway,
    private readonly locator: OktaSignInLocator,
    private readonly repository: OktaSignInRepository,
    private readonly database: Database,
  ) {}

  /** @throws NOT_FOUND if the integration does not exist */
  async explain(caller: Caller, integrationId: string, userName: string): Promise<RouteExplanation> {
    await this.integrations.get(caller, integrationId);
    const key = { tenantId: caller.tenantId, integrationId };
    const [settings, org, person] = await Promise.all([
      this.signIns.find(key),
      this.orgs.find(key),
      this.person(key, userName),
    ]);
    const ours = ourReasons(settings, person);
    const canSignIn = Boolean(settings?.enabled && person?.active && person.passkeys > 0);
    if (!org) {
      const reasons = ['No Okta org is configured for this integration.', ...ours];
      return { userName, destination: SignInDestination.UNKNOWN, ruleName: null, canSignIn, reasons };
    }
    const theirs = await this.inOkta(org, settings, userName, key);
    return { userName, canSignIn, ...theirs, reasons: [...theirs.reasons, ...ours] };
  }

  private async inOkta(
    org: OktaOrg,
    settings: SignInSettings | undefined,
    userName: string,
    key: { tenantId: string; integrationId: string },
  ): Promise<Pick<RouteExplanation, 'destination' | 'ruleName' | 'reasons'>> {
    try {
      const user = await this.gateway.profile(org, userName);
      const issuer = settings?.issuer ?? '';
      const { provider, rules } = await this.locator.locate(org, issuer, await this.repository.find(key));
      const known = { login: userName, profile: user?.profile ?? {}, complete: true };
      const { rule, doubtful } = routeOf(rules, known);
      const reasons = [
        userReason(org.attribute, userName, user),
        ...doubtful.map(
          ({ name }) => `Rule "${name}" may decide first: it depends on network, platform, app or an expression.`,
        ),
        rule && !rule.system
          ? `Rule "${rule.name}" matches.`
          : 'No routing rule matches: Okta signs the user in itself.',
      ];
      const ruleName = rule && !rule.system ? rule.name : null;
      if (!rule || rule.system || rule.actions.idp?.providers?.every(({ type }) => type === 'OKTA'))
        return { destination: SignInDestination.OKTA, ruleName, reasons };
      if (!provider || !leadsTo(rule, provider.id))
        return { destination: SignInDestination.OTHER_PROVIDER, ruleName, reasons };
      if (provider.status === 'ACTIVE') return { destination: SignInDestination.PASSKEY, ruleName, reasons };
      return {
        destination: SignInDestination.OKTA,
        ruleName,
        reasons: [...reasons, `"${provider.name}" is inactive in Okta.`],
      };
    } catch (error) {
      if (!(error instanceof OktaRequestError || error instanceof DomainError)) throw error;
      const reason = isMissingRight(error)
        ? `These credentials may not read Okta's routing rules. ${error.message}`
        : error.message;
      return { destination: SignInDestination.UNKNOWN, ruleName: null, reasons: [reason] };
    }
  }

  private async person(
    { tenantId, integrationId }: { tenantId: string; integrationId: string },
    userName: string,
  ): Promise<Person | undefined> {
    const [row] = await this.database.query<Person>(
      `select i.id, i.active, (select count(*)::int from passkeys p where p.tenant_id = i.tenant_id and p.identity_id = i.id
         and p.source = 'WEBAUTHN' and p.revoked_at is null) as passkeys
       from identities i where i.tenant_id = $1 and i.integration_id = $2 and lower(i.user_name) = lower($3)`,
      [tenantId, integrationId, userName],
    );
    return row;
  }
}

function userReason(
  attribute: string,
  userName: string,
  user: { status: string; profile: Record<string, unknown> } | undefined,
): string {
  if (!user) return `Okta has no user ${userName}, or none that these credentials may see.`;
  const value = user.profile[attribute];
  return `In Okta ${userName} is ${user.status}, and ${attribute} is ${value === undefined ? 'not set' : String(value)}.`;
}

function ourReasons(settings: SignInSettings | undefined, person: Person | undefined): string[] {
  const reasons = settings?.enabled ? [] : ['Sign-in is not enabled for this integration in Rollcall.'];
  if (!person) return [...reasons, 'Rollcall has no identity with this user name in this integration.'];
  if (!person.active) return [...reasons, 'The identity is suspended in Rollcall, so it cannot sign in here.'];
  if (person.passkeys === 0) return [...reasons, 'The identity has no passkey that was bound here.'];
  return [...reasons, `The identity has ${person.passkeys === 1 ? 'one passkey' : `${person.passkeys} passkeys`}.`];
}
