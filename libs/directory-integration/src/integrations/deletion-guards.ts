import { Injectable } from '@nestjs/common';
import type { Caller } from '@rollcall/platform';

/** @throws CONFLICT while an external system depends on the integration; does nothing if it does not exist */
export type DeletionGuard = (caller: Caller, integrationId: string) => Promise<void>;

/** Guards of other libraries, called before an integration is deleted. */
@Injectable()
export class DeletionGuards {
  private readonly guards: DeletionGuard[] = [];

  register(guard: DeletionGuard): void {
    this.guards.push(guard);
  }

  /** @throws the error of the first guard that refuses */
  async requireUnused(caller: Caller, integrationId: string): Promise<void> {
    for (const guard of this.guards) await guard(caller, integrationId);
  }
}
