import { Injectable } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';

interface Rest {
  comes: Promise<void>;
  announce: () => void;
}

/**
 * Notifies waiters when a lane of this process has nothing left to do. This is only a hint, because workers in other
 * processes have lanes of their own.
 */
@Injectable()
export class LaneIdleNotifier {
  private readonly expected = new Map<string, Rest>();

  /** Resolves when the lane becomes idle the next time. */
  next(key: IntegrationKey): Promise<void> {
    const rest = this.expected.get(nameOf(key)) ?? newRest();
    this.expected.set(nameOf(key), rest);
    return rest.comes;
  }

  announce(key: IntegrationKey): void {
    this.expected.get(nameOf(key))?.announce();
    this.expected.delete(nameOf(key));
  }
}

function newRest(): Rest {
  let announce: () => void = () => undefined;
  const comes = new Promise<void>((resolve) => (announce = resolve));
  return { comes, announce };
}

function nameOf({ tenantId, integrationId }: IntegrationKey): string {
  return `${tenantId}/${integrationId}`;
}
