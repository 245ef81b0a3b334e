/** Reports to the enrollment page whether Okta has confirmed a person's registration. Implemented by the registration ledger. */
export abstract class RegistrationReporter {
  /** True once Okta's attribute is known to be true for this identity. */
  abstract isConfirmed(tenantId: string, identityId: string): Promise<boolean>;
}

/** Confirms the identities given to it. */
export class FakeRegistrationReporter extends RegistrationReporter {
  private readonly confirmed = new Set<string>();

  confirm(tenantId: string, identityId: string): void {
    this.confirmed.add(`${tenantId} ${identityId}`);
  }

  async isConfirmed(tenantId: string, identityId: string): Promise<boolean> {
    return this.confirmed.has(`${tenantId} ${identityId}`);
  }
}
