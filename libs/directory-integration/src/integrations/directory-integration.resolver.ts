import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AppConfig, PageArgs, pageRequestOf, toConnection, type Connection } from '@rollcall/platform';
import { type Admin, AdminRole, CurrentAdmin, NodeFinders, RequireRole } from '@rollcall/tenancy';
import { CreateDirectoryIntegrationInput } from './create-directory-integration.input.js';
import { DeletionGuards } from './deletion-guards.js';
import type { DirectoryIntegrationRow } from './directory-integration.row.js';
import { DirectoryIntegrationService } from './directory-integration.service.js';
import {
  DirectoryIntegration,
  DirectoryIntegrationConnection,
  toDirectoryIntegration,
} from './directory-integration.type.js';
import { UpdateDirectoryIntegrationInput } from './update-directory-integration.input.js';

@Resolver(() => DirectoryIntegration)
export class DirectoryIntegrationResolver {
  constructor(
    private readonly integrations: DirectoryIntegrationService,
    private readonly guards: DeletionGuards,
    private readonly config: AppConfig,
    nodes: NodeFinders,
  ) {
    nodes.add('DirectoryIntegration', (admin, id) => this.directoryIntegration(admin, id));
  }

  @Query(() => DirectoryIntegrationConnection, { description: 'Oldest first.' })
  @RequireRole(AdminRole.VIEWER)
  async directoryIntegrations(
    @CurrentAdmin() admin: Admin,
    @Args({ type: () => PageArgs }) page: PageArgs,
  ): Promise<Connection<DirectoryIntegration>> {
    return toConnection(await this.integrations.list(admin, pageRequestOf(page)), this.present);
  }

  @Query(() => DirectoryIntegration, { nullable: true })
  @RequireRole(AdminRole.VIEWER)
  async directoryIntegration(
    @CurrentAdmin() admin: Admin,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<DirectoryIntegration | null> {
    const integration = await this.integrations.find(admin, id);
    return integration ? this.present(integration) : null;
  }

  @Mutation(() => DirectoryIntegration)
  @RequireRole(AdminRole.ADMIN)
  async createDirectoryIntegration(
    @CurrentAdmin() admin: Admin,
    @Args('input', { type: () => CreateDirectoryIntegrationInput }) input: CreateDirectoryIntegrationInput,
  ): Promise<DirectoryIntegration> {
    return this.present(await this.integrations.create(admin, input));
  }

  @Mutation(() => DirectoryIntegration)
  @RequireRole(AdminRole.ADMIN)
  async updateDirectoryIntegration(
    @CurrentAdmin() admin: Admin,
    @Args('input', { type: () => UpdateDirectoryIntegrationInput }) { id, name }: UpdateDirectoryIntegrationInput,
  ): Promise<DirectoryIntegration> {
    const unchanged = name === undefined || name === null;
    return this.present(
      await (unchanged ? this.integrations.get(admin, id) : this.integrations.rename(admin, id, name)),
    );
  }

  @Mutation(() => ID, {
    description:
      "Deletes its credentials, identities, groups and passkeys too. Returns the id. Existing values in Okta or at the SCIM server are not changed. Refused without `force` while Okta's routing rule is active, or Okta cannot be asked.",
  })
  @RequireRole(AdminRole.ADMIN)
  async deleteDirectoryIntegration(
    @CurrentAdmin() admin: Admin,
    @Args('id', { type: () => ID }) id: string,
    @Args('force', { type: () => Boolean, nullable: true, description: 'Defaults to false.' }) force?: boolean | null,
  ): Promise<string> {
    if (!force) await this.guards.requireUnused(admin, id);
    await this.integrations.delete(admin, id);
    return id;
  }

  private readonly present = (row: DirectoryIntegrationRow) => toDirectoryIntegration(row, this.config.publicUrl);
}
