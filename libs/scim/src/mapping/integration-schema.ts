import { groupMapping, memberMapping } from './group-mapping.js';
import { type FilterMapping, type ResourceSchema, SchemaRegistry } from '../protocol/index.js';
import { userMapping } from './user-mapping.js';

/** The schemas of one integration and where their attributes are stored. Built once, shared by all requests. */
export class IntegrationSchema {
  readonly user: ResourceSchema;
  readonly group: ResourceSchema;
  readonly userMapping: FilterMapping;
  readonly groupMapping: FilterMapping;
  readonly memberMapping: FilterMapping;

  constructor(readonly registry: SchemaRegistry) {
    this.user = registry.user;
    this.group = registry.group;
    this.userMapping = userMapping(registry.user);
    this.groupMapping = groupMapping(registry.group);
    this.memberMapping = memberMapping(registry.group);
  }
}
