import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { IntegrationKey } from '@rollcall/directory';
import { DeletionGuards } from '@rollcall/directory-integration';
import { OktaOrgs } from '@rollcall/okta';
import { type Caller, DomainError } from '@rollcall/platform';
import { type SignInInput, SignInService } from '../settings/sign-in.service.js';
import { OktaSetUp } from './okta-set-up.js';
import { leadsTo, type OktaSignInState } from './okta-sign-in-state.js';
import { OktaSignInRepository } from './okta-sign-in.repository.js';

/** Prevents an administrator from disabling sign-in while Okta still sends users to Rollcall. */
@Injectable()
export class RoutingInUse implements OnModuleInit {
  constructor(
    private readonly guards: DeletionGuards,
    private readonly signIns: SignInService,
    private readonly setUp: OktaSetUp,
    private readonly orgs: OktaOrgs,
    private readonly repository: OktaSignInRepository,
  ) {}

  onModuleInit(): void {
    this.guards.register((caller, integrationId) => this.requireOff(caller, integrationId));
  }

  /**
   * @throws CONFLICT if a routing rule is active and Okta could not use the provider after this change, or if Okta does
   * not answer
   */
  async requireUsable(caller: Caller, input: SignInInput): Promise<void> {
    const breakage = await this.signIns.breakage(caller, input);
    if (breakage !== undefined) await this.requireOff(caller, input.integrationId, `and ${breakage}`);
  }

  /**
   * Reads the rules from Okta, and refuses a change while one of them sends users to Rollcall.
   * @param because the reason why these users could no longer sign in
   * @throws CONFLICT if a routing rule is active, or Okta does not answer
   */
  async requireOff(
    caller: Caller,
    integrationId: string,
    because = 'so its users could not sign in to Okta',
  ): Promise<void> {
    const key: IntegrationKey = { tenantId: caller.tenantId, integrationId };
    if (!(await this.signIns.find(key))?.enabled) return;
    if (!(await this.orgs.find(key))) {
      if ((await this.repository.find(key))?.routing_active) throw notKnown('No Okta credentials are configured.');
      return;
    }
    const rule = activeRule(await this.state(caller, integrationId));
    if (rule === undefined) return;
    throw DomainError.conflict(
      `Okta's routing rule "${rule}" is active, ${because}. Turn routing off first, or repeat this with force.`,
    );
  }

  private async state(caller: Caller, integrationId: string): Promise<OktaSignInState> {
    try {
      return await this.setUp.look(caller, integrationId);
    } catch (error) {
      throw error instanceof DomainError ? notKnown(error.message) : error;
    }
  }
}

/** @returns the name of an active rule that routes to the provider, even if the rule was created by hand */
function activeRule({ provider, rule, rules }: OktaSignInState): string | undefined {
  const ours = rules.filter((one) => one.id === rule?.id || (provider && leadsTo(one, provider.id)));
  return ours.find(({ status }) => status === 'ACTIVE')?.name;
}

function notKnown(reason: string): DomainError {
  return DomainError.conflict(
    `Rollcall cannot see whether Okta's routing rule is active. Check that it is not, then repeat this with force. ${reason}`,
  );
}
