import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Connection, PageArgs, pageRequestOf, toConnection } from '@rollcall/platform';
import { type Admin, CurrentAdmin } from '@rollcall/tenancy';
import { RegistrationHistory } from '../history/registration-history.js';
import { RegistrationEvent, RegistrationEventConnection, toRegistrationEvent } from './registration-event.type.js';
import { Registration } from './registration.type.js';

@Resolver(() => Registration)
export class RegistrationHistoryResolver {
  constructor(private readonly events: RegistrationHistory) {}

  @ResolveField(() => RegistrationEventConnection, { description: 'Newest first; the newest 50 are kept.' })
  async history(
    @CurrentAdmin() { tenantId }: Admin,
    @Parent() { integrationId, identityId }: Registration,
    @Args() page: PageArgs,
  ): Promise<Connection<RegistrationEvent>> {
    const found = await this.events.of({ tenantId, integrationId, identityId }, pageRequestOf(page));
    return toConnection(found, toRegistrationEvent);
  }
}
