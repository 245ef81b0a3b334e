import { Args, ArgsType, Field, Float, ID, Mutation, Resolver } from '@nestjs/graphql';
import { AppConfig, IsBetween } from '@rollcall/platform';
import { AdminRole, CurrentAdmin, RequireRole, type Admin } from '@rollcall/tenancy';
import { DirectoryIntegrationService } from '../integrations/directory-integration.service.js';
import { DirectoryIntegration, toDirectoryIntegration } from '../integrations/directory-integration.type.js';
import { DirectoryChangeCapService } from './directory-change-cap.service.js';
import { RegistrationSyncService } from './registration-sync.service.js';

@ArgsType()
class DirectoryChangeCapArgs {
  @Field(() => ID) integrationId!: string;
  @IsBetween(0, 1, 'The ratio is a number from 0 to 1')
  @Field(() => Float)
  ratio!: number;
}

@Resolver()
export class PauseResolver {
  constructor(
    private readonly syncs: RegistrationSyncService,
    private readonly caps: DirectoryChangeCapService,
    private readonly integrations: DirectoryIntegrationService,
    private readonly config: AppConfig,
  ) {}

  @Mutation(() => DirectoryIntegration, {
    description:
      'Stops writes to the target; what is due stays queued. Only a person lifts it. The pause of a colleague stands, with its reason.',
  })
  @RequireRole(AdminRole.OPERATOR)
  async pauseRegistrationSync(
    @CurrentAdmin() admin: Admin,
    @Args('integrationId', { type: () => ID }) integrationId: string,
    @Args('reason', { type: () => String, nullable: true }) reason?: string | null,
  ): Promise<DirectoryIntegration> {
    await this.syncs.pauseByHand(admin, integrationId, reason ?? undefined);
    return this.present(admin, integrationId);
  }

  @Mutation(() => DirectoryIntegration, {
    description: 'Lifts a manual or automatic pause, and checks every person again.',
  })
  @RequireRole(AdminRole.OPERATOR)
  async resumeRegistrationSync(
    @CurrentAdmin() admin: Admin,
    @Args('integrationId', { type: () => ID }) integrationId: string,
  ): Promise<DirectoryIntegration> {
    await this.syncs.resume(admin, integrationId);
    return this.present(admin, integrationId);
  }

  @Mutation(() => DirectoryIntegration, {
    description:
      'Sets the share of registered people that the directory may deactivate or delete within an hour before the rest is held for approval: 0 holds all, 1 none.',
  })
  @RequireRole(AdminRole.ADMIN)
  async setDirectoryChangeCap(
    @CurrentAdmin() admin: Admin,
    @Args() { integrationId, ratio }: DirectoryChangeCapArgs,
  ): Promise<DirectoryIntegration> {
    await this.caps.set(admin, integrationId, ratio);
    return this.present(admin, integrationId);
  }

  private async present(admin: Admin, id: string): Promise<DirectoryIntegration> {
    return toDirectoryIntegration(await this.integrations.get(admin, id), this.config.publicUrl);
  }
}
