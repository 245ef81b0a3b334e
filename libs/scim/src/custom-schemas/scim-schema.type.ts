import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { FaultFree } from '@rollcall/platform';
import type { AttributeDefinition, AttributeType, Mutability, Returned, Uniqueness } from '../protocol/index.js';
import { attributesFault } from './attribute-words.js';
import type { ScimSchemaDraft } from './scim-schema.service.js';

export enum ScimResourceType {
  User = 'User',
  Group = 'Group',
}

registerEnumType(ScimResourceType, { name: 'ScimResourceType' });

@ObjectType({ description: 'An attribute as defined in RFC 7643 §7.' })
export class ScimAttribute {
  @Field(() => String) name!: string;
  @Field(() => String) type!: string;
  @Field(() => Boolean) multiValued!: boolean;
  @Field(() => String) description!: string;
  @Field(() => Boolean) required!: boolean;
  @Field(() => Boolean) caseExact!: boolean;
  @Field(() => String) mutability!: string;
  @Field(() => String) returned!: string;
  @Field(() => String) uniqueness!: string;
  @Field(() => [String], { nullable: true }) referenceTypes?: readonly string[];
  @Field(() => [ScimAttribute], { nullable: true }) subAttributes?: ScimAttribute[];
}

@ObjectType({ description: "An extension of an integration's own (RFC 7643 §3.3)." })
export class ScimSchema {
  @Field(() => ID, { description: 'URN.' }) id!: string;
  @Field(() => ScimResourceType) resourceType!: ScimResourceType;
  @Field(() => Boolean) required!: boolean;
  @Field(() => String) name!: string;
  @Field(() => String) description!: string;
  @Field(() => [ScimAttribute]) attributes!: ScimAttribute[];
}

@InputType()
export class ScimAttributeInput {
  @Field(() => String) name!: string;
  @Field(() => String, {
    defaultValue: 'string',
    description: 'string, boolean, decimal, integer, dateTime, binary, reference or complex.',
  })
  type!: string;
  @Field(() => Boolean, { defaultValue: false }) multiValued!: boolean;
  @Field(() => String, { defaultValue: '' }) description!: string;
  @Field(() => Boolean, { defaultValue: false }) required!: boolean;
  @Field(() => Boolean, { defaultValue: false }) caseExact!: boolean;
  @Field(() => String, { defaultValue: 'readWrite', description: 'readWrite or immutable.' }) mutability!: string;
  @Field(() => String, { defaultValue: 'default', description: 'default, request or always.' }) returned!: string;
  @Field(() => [String], { nullable: true, description: 'Of a reference: User, Group, external or uri.' })
  referenceTypes?: string[] | null;
  @Field(() => [ScimAttributeInput], { nullable: true }) subAttributes?: ScimAttributeInput[];
}

@InputType()
export class SaveScimSchemaInput {
  @Field(() => ID) integrationId!: string;
  @Field(() => ID, { description: 'URN.' }) id!: string;
  @Field(() => ScimResourceType) resourceType!: ScimResourceType;
  @Field(() => Boolean, { defaultValue: false }) required!: boolean;
  @Field(() => String) name!: string;
  @Field(() => String, { defaultValue: '' }) description!: string;
  @FaultFree(attributesFault)
  @Field(() => [ScimAttributeInput])
  attributes!: ScimAttributeInput[];
}

export function toScimSchema({
  id,
  resource_type,
  required,
  name,
  description,
  attributes,
}: ScimSchemaDraft): ScimSchema {
  return {
    id,
    resourceType: ScimResourceType[resource_type],
    required,
    name,
    description,
    attributes: attributes.map(toAttribute),
  };
}

function toAttribute({ subAttributes, ...attribute }: AttributeDefinition): ScimAttribute {
  return { ...attribute, ...(subAttributes && { subAttributes: subAttributes.map(toAttribute) }) };
}

export function toDefinition(input: ScimAttributeInput): AttributeDefinition {
  const { subAttributes, type, mutability, returned, referenceTypes, ...rest } = input;
  return {
    ...rest,
    type: type as AttributeType,
    mutability: mutability as Mutability,
    returned: returned as Returned,
    uniqueness: 'none' satisfies Uniqueness,
    ...(referenceTypes && { referenceTypes }),
    ...(subAttributes && { subAttributes: subAttributes.map(toDefinition) }),
  };
}
