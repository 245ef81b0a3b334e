import { Injectable } from '@nestjs/common';
import { CheckStatus } from '@rollcall/directory-integration';
import { DomainError } from '@rollcall/platform';
import { OktaRequestError, type OktaAnswer } from '../okta/okta-answer.js';
import type { OktaOrg } from '../okta/okta-org.js';
import { OktaSchemaGateway } from '../okta/okta-schema-gateway.js';
import { attributeFindings } from './attribute-findings.js';
import type { Finding } from './finding.js';

/** Asks an Okta org whether the write-back could work. Never throws for what Okta answers: that is the finding. */
@Injectable()
export class OktaProbe {
  constructor(private readonly schemas: OktaSchemaGateway) {}

  async examine(org: OktaOrg): Promise<Finding[]> {
    const owner = await this.attempt(() => this.schemas.tokenOwner(org));
    if (owner instanceof Error) return tokenProblem(owner);
    const findings: Finding[] = [
      { name: 'okta-domain', status: CheckStatus.OK, message: `${org.domain} answers.` },
      { name: 'okta-credentials', status: CheckStatus.OK, message: `Okta accepts the credentials of ${owner.login || 'this integration'}.` },
    ];
    const attribute = await this.attempt(async () => ({ found: await this.schemas.attribute(org) }));
    if (attribute instanceof Error) {
      return [...findings, { name: 'okta-attribute', status: CheckStatus.UNKNOWN, message: `The user schema could not be read. ${attribute.message}` }];
    }
    return [...findings, ...attributeFindings(org.attribute, attribute.found)];
  }

  private async attempt<T>(ask: () => Promise<T>): Promise<T | OktaRequestError | DomainError> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof OktaRequestError || error instanceof DomainError) return error;
      throw error;
    }
  }
}

function tokenProblem(error: OktaRequestError | DomainError): Finding[] {
  if (error instanceof DomainError) return [{ name: 'okta-domain', status: CheckStatus.FAIL, message: error.message }];
  const refused = error.answer.kind === 'ERROR' && error.answer.status < 500;
  const domain: Finding = refused
    ? { name: 'okta-domain', status: CheckStatus.OK, message: 'The Okta domain answers.' }
    : { name: 'okta-domain', status: CheckStatus.FAIL, message: `${error.message}. Check the domain, and that Okta is up.` };
  const { status, message } = credentialsProblem(error.answer, error.message);
  return [domain, { name: 'okta-credentials', status, message }];
}

function credentialsProblem(answer: OktaAnswer, said: string): { status: CheckStatus; message: string } {
  if (answer.kind !== 'ERROR' || answer.status === 429 || answer.status >= 500) {
    return { status: CheckStatus.UNKNOWN, message: 'Not checked: Okta did not say.' };
  }
  return {
    status: CheckStatus.FAIL,
    message: `${said}. Create a new API token in Okta (Security > API > Tokens) as an administrator who may edit users, allowed from any IP.`,
  };
}
