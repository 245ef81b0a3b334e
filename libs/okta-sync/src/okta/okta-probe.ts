import { Injectable } from '@nestjs/common';
import { CheckStatus } from '@rollcall/directory-integration';
import { type OktaOrg, OktaOrgInspector, OktaRequestError, OktaSchemaGateway, type TargetAnswer } from '@rollcall/okta';
import { DomainError } from '@rollcall/platform';
import { attributeFindings } from './attribute-findings.js';
import { type Finding, notChecked } from '../target/finding.js';
import { clockFinding, rightsFinding, routingFinding, userTypesFinding } from './org-findings.js';

/** Checks that are possible only if Okta accepts the credentials. */
const AFTER_CREDENTIALS = ['okta-attribute', 'okta-rights', 'okta-user-types', 'okta-routing-rule', 'okta-clock'];

/** Sends requests to an Okta org to check whether the write-back can work. An error from Okta becomes a finding. */
@Injectable()
export class OktaProbe {
  constructor(
    private readonly schemas: OktaSchemaGateway,
    private readonly inspector: OktaOrgInspector,
  ) {}

  async examine(org: OktaOrg): Promise<Finding[]> {
    const owner = await attempt(() => this.owner(org));
    if (owner instanceof Error)
      return [...credentialFindings(owner), ...notChecked(AFTER_CREDENTIALS, 'Okta could not be asked')];
    const rest = await Promise.all([
      this.find('okta-attribute', 'The user schema could not be read', async () =>
        attributeFindings(org.attribute, await this.schemas.attribute(org)),
      ),
      this.find('okta-rights', 'The rights of the owner could not be read', async () =>
        owner ? [rightsFinding(await this.inspector.ownerRoles(org, owner.id))] : [],
      ),
      this.find('okta-user-types', 'Other user types could not be read', async () => [
        userTypesFinding(org.attribute, await this.inspector.userTypes(org)),
      ]),
      this.find('okta-routing-rule', 'The routing rules could not be read', async () => [
        routingFinding(org.attribute, await this.inspector.routingRules(org)),
      ]),
      this.find('okta-clock', 'The time could not be read', async () => [
        clockFinding(await this.inspector.clockSkew(org)),
      ]),
    ]);
    return [
      { name: 'okta-domain', status: CheckStatus.OK, message: `${org.domain} answers.` },
      {
        name: 'okta-credentials',
        status: CheckStatus.OK,
        message: `Okta accepts the credentials${owner?.login ? ` of ${owner.login}` : ''}.`,
      },
      ...rest.flat(),
    ];
  }

  /** The user who owns the API token. A service app has no owner; for it, a read of the schema shows that Okta accepts the credentials. */
  private async owner(org: OktaOrg): Promise<{ id: string; login: string } | undefined> {
    if (org.credentials.mode === 'API_TOKEN') return this.schemas.tokenOwner(org);
    await this.schemas.attribute(org);
    return undefined;
  }

  private async find(name: string, otherwise: string, look: () => Promise<Finding[]>): Promise<Finding[]> {
    const findings = await attempt(look);
    if (!(findings instanceof Error)) return findings;
    return [{ name, status: CheckStatus.UNKNOWN, message: `${otherwise}. ${findings.message}` }];
  }
}

async function attempt<T>(ask: () => Promise<T>): Promise<T | OktaRequestError | DomainError> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof OktaRequestError || error instanceof DomainError) return error;
    throw error;
  }
}

function credentialFindings(error: OktaRequestError | DomainError): Finding[] {
  if (error instanceof DomainError) return [{ name: 'okta-domain', status: CheckStatus.FAIL, message: error.message }];
  const refused = error.answer.kind === 'ERROR' && error.answer.status < 500;
  const domain: Finding = refused
    ? { name: 'okta-domain', status: CheckStatus.OK, message: 'The Okta domain answers.' }
    : {
        name: 'okta-domain',
        status: CheckStatus.FAIL,
        message: `${error.message}. Check the domain, and that Okta is up.`,
      };
  return [domain, { name: 'okta-credentials', ...credentialsProblem(error.answer, error.message) }];
}

function credentialsProblem(answer: TargetAnswer, said: string): Omit<Finding, 'name'> {
  if (answer.kind !== 'ERROR' || answer.status === 429 || answer.status >= 500) {
    return { status: CheckStatus.UNKNOWN, message: 'Not checked: Okta did not say.' };
  }
  return {
    status: CheckStatus.FAIL,
    code: 'CREDENTIALS_REFUSED',
    message: `${said}. Create a new API token in Okta (Security > API > Tokens) as an administrator who may edit users, allowed from any IP.`,
  };
}
