import { Injectable } from '@nestjs/common';
import { TargetRequestError } from '@rollcall/okta';
import type { Decision } from '../target/decision.js';
import { attributeFault, describeFault } from './attribute-fault.js';
import { ScimDialects } from './transport/scim-dialects.js';
import { isAbsent, ScimDiscovery } from './transport/scim-discovery.js';
import { attributePath, type ScimServer } from './transport/scim-server.js';

/**
 * An integration is paused after this number of different people was refused in a row. The smaller number applies if
 * the server has never accepted a value, and the larger one if it has.
 */
const SOME_PEOPLE = 5;
const MANY_PEOPLE = 50;

/** Called after a 400 for one person. Reads the server's schema, to find out whether the server would refuse all people. */
@Injectable()
export class RefusalInspection {
  constructor(
    private readonly discovery: ScimDiscovery,
    private readonly dialects: ScimDialects,
  ) {}

  /**
   * @param note the server's message
   * @param accepted true if the server has accepted a value since the target was configured
   */
  async inspect(server: ScimServer, note: string, accepted: boolean): Promise<Decision> {
    const path = attributePath(server);
    const several = {
      note: `${note}. It refused several people in a row and accepted none: make sure that users can have a writable boolean ${path}`,
      people: accepted || this.dialects.hasHeld(server) ? MANY_PEOPLE : SOME_PEOPLE,
    };
    const park = (hint: string): Decision => ({ action: 'PARK', privilege: false, note: `${note}. ${hint}`, several });
    try {
      const attribute = await this.discovery.attribute(server);
      const fault = attributeFault(attribute);
      // If the server has returned the attribute, it is no fault that the schemas omit it.
      const undeclared = fault === 'MISSING' && this.dialects.of(server).shows !== undefined;
      if (fault && !undeclared)
        return {
          action: 'PAUSE',
          note: `${note}. The attribute ${path} ${describeFault(fault, attribute)} in the server's schemas`,
        };
      return park(`Its schemas have nothing against ${path}: see what is wrong with this user there`);
    } catch (error) {
      if (!(error instanceof TargetRequestError)) throw error;
      return isAbsent(error)
        ? park(`See what is wrong with this user there, and whether users can have ${path}`)
        : { action: 'RETRY', minDelayMs: 0, note };
    }
  }
}
