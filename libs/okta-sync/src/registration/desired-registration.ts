/** The facts that decide whether an identity should be registered. */
export interface RegistrationFacts {
  active: boolean;
  active_passkeys: number;
}

/** True when the person is active and holds at least one active passkey; an identity that is gone is not registered. */
export function desiredRegistration(facts: RegistrationFacts | undefined): boolean {
  return facts !== undefined && facts.active && facts.active_passkeys > 0;
}
