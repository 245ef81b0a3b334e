import { Int, Mutation, Resolver } from '@nestjs/graphql';
import { DomainError, KeyRotation } from '@rollcall/platform';
import { AdminRole, CurrentAdmin, RequireRole, type Admin } from '@rollcall/tenancy';

@Resolver()
export class EncryptionKeysResolver {
  constructor(private readonly rotation: KeyRotation) {}

  @Mutation(() => Int, {
    description:
      'Root administrator only. Reseals what an older key sealed under the first of ENCRYPTION_KEYS, in all tenants. Returns the number of secrets.',
  })
  @RequireRole(AdminRole.OWNER)
  async rotateEncryptionKeys(@CurrentAdmin() admin: Admin): Promise<number> {
    if (!admin.root) throw DomainError.forbidden('Only the root administrator rotates encryption keys.');
    return this.rotation.rotate(admin);
  }
}
