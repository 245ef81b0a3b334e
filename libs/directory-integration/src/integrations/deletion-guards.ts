import { Injectable } from '@nestjs/common';
import type { Caller } from '@rollcall/platform';

/** Does nothing if the integration does not exist. @throws CONFLICT while an external system depends on the integration */
export type DeletionGuard = (caller: Caller, integrationId: string) => Promise<void>;

/** Guards that other libraries register. They are called before an integration is deleted. */
@Injectable()
export class DeletionGuards {
  private readonly guards: DeletionGuard[] = [];

  register(guard: DeletionGuard): void {
    this.guards.push(guard);
  }

  /** Calls all guards. @throws the error of the first guard that refuses the deletion */
  async requireUnused(caller: Caller, integrationId: string): Promise<void> {
    for (const guard of this.guards) await guard(caller, integrationId);
  }
}
