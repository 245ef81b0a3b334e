import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DirectoryIntegration } from '@rollcall/directory-integration';
import { type Admin, AdminRole, CurrentAdmin, RequireRole } from '@rollcall/tenancy';
import { ScimSchemaService } from './scim-schema.service.js';
import { SaveScimSchemaInput, ScimSchema, toDefinition, toScimSchema } from './scim-schema.type.js';

@Resolver(() => DirectoryIntegration)
export class ScimSchemaResolver {
  constructor(private readonly schemas: ScimSchemaService) {}

  @ResolveField(() => [ScimSchema])
  async scimSchemas(@CurrentAdmin() admin: Admin, @Parent() { id }: DirectoryIntegration): Promise<ScimSchema[]> {
    return (await this.schemas.list(admin, id)).map(toScimSchema);
  }

  /** Adds a schema to an integration, or replaces the one with the same URN. */
  @Mutation(() => ScimSchema)
  @RequireRole(AdminRole.ADMIN)
  async saveScimSchema(@CurrentAdmin() admin: Admin, @Args('input') input: SaveScimSchemaInput): Promise<ScimSchema> {
    const { integrationId, resourceType: resource_type, attributes, ...rest } = input;
    const draft = { ...rest, resource_type, attributes: attributes.map(toDefinition) };
    return toScimSchema(await this.schemas.save(admin, integrationId, draft));
  }

  @Mutation(() => ID)
  @RequireRole(AdminRole.ADMIN)
  async deleteScimSchema(
    @CurrentAdmin() admin: Admin,
    @Args('integrationId', { type: () => ID }) integrationId: string,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<string> {
    await this.schemas.delete(admin, integrationId, id);
    return id;
  }
}
