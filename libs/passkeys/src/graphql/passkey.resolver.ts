import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { type Admin, AdminRole, CurrentAdmin, RequireRole } from '@rollcall/tenancy';
import { PasskeyService } from '../bindings/passkey.service.js';
import { Passkey, toPasskey } from './passkey.type.js';
import { RecordPasskeyInput } from './record-passkey.input.js';

@Resolver(() => Passkey)
export class PasskeyResolver {
  constructor(private readonly passkeys: PasskeyService) {}

  @Mutation(() => Passkey, {
    description: 'A passkey that another authenticator platform bound. Idempotent by externalId.',
  })
  @RequireRole(AdminRole.OPERATOR)
  async recordPasskey(
    @CurrentAdmin() admin: Admin,
    @Args('input', { type: () => RecordPasskeyInput }) input: RecordPasskeyInput,
  ): Promise<Passkey> {
    return toPasskey(await this.passkeys.recordPasskey(admin, input));
  }

  @Mutation(() => Passkey, { description: 'Idempotent: a revoked passkey keeps its first date.' })
  @RequireRole(AdminRole.OPERATOR)
  async revokePasskey(@CurrentAdmin() admin: Admin, @Args('id', { type: () => ID }) id: string): Promise<Passkey> {
    return toPasskey(await this.passkeys.revokePasskey(admin, id));
  }
}
