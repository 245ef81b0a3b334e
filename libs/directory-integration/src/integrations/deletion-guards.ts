import { Injectable } from '@nestjs/common';
import type { Caller } from '@rollcall/platform';

/** @throws CONFLICT while something outside depends on the integration; passes for one that does not exist */
export type DeletionGuard = (caller: Caller, integrationId: string) => Promise<void>;

/** Guards of other libraries, asked before an integration is deleted. */
@Injectable()
export class DeletionGuards {
  private readonly guards: DeletionGuard[] = [];

  register(guard: DeletionGuard): void {
    this.guards.push(guard);
  }

  /** @throws the first refusal */
  async requireUnused(caller: Caller, integrationId: string): Promise<void> {
    for (const guard of this.guards) await guard(caller, integrationId);
  }
}
