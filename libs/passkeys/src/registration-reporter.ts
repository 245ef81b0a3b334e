import type { IntegrationKey } from '@rollcall/directory';

/** Reads registration data for the pages that people see. The registration ledger implements it. */
export abstract class RegistrationReporter {
  /** True once Rollcall knows that Okta's attribute is true for this identity. */
  abstract isConfirmed(tenantId: string, identityId: string): Promise<boolean>;

  /** The identity that is linked to this Okta user. */
  abstract identityOf(key: IntegrationKey, oktaUserId: string): Promise<string | undefined>;

  /** The Okta user that the identity is linked to. */
  abstract oktaUserOf(tenantId: string, identityId: string): Promise<string | undefined>;
}

/** A fake. It reports an identity as confirmed after a test has called `confirm` for it. */
export class FakeRegistrationReporter extends RegistrationReporter {
  private readonly confirmed = new Set<string>();

  confirm(tenantId: string, identityId: string): void {
    this.confirmed.add(`${tenantId} ${identityId}`);
  }

  async isConfirmed(tenantId: string, identityId: string): Promise<boolean> {
    return this.confirmed.has(`${tenantId} ${identityId}`);
  }

  async identityOf(): Promise<undefined> {
    return undefined;
  }

  async oktaUserOf(): Promise<undefined> {
    return undefined;
  }
}
