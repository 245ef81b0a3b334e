import type { Profile, ProfileValue } from './okta-user.js';

export type AttributeType = 'boolean' | 'string' | 'integer' | 'number' | 'array';
/** `OKTA` is "Inherit from Okta", `PROFILE_MASTER` "Inherit from profile source", `OVERRIDE` "Override profile source". */
export type AttributeMaster = 'OKTA' | 'PROFILE_MASTER' | 'OVERRIDE';

export interface SchemaAttribute {
  title: string;
  description?: string;
  type: AttributeType;
  scope?: string;
  required?: boolean;
  mutability?: 'READ_WRITE' | 'READ_ONLY';
  permissions?: { principal: string; action: string }[];
  master?: { type: AttributeMaster };
}

export interface UserType {
  readonly id: string;
  readonly schemaId: string;
  readonly name: string;
  readonly displayName: string;
  readonly default: boolean;
}

const REQUIRED = ['login', 'email', 'firstName', 'lastName'];
const OPTIONAL = [
  'displayName',
  'nickName',
  'secondEmail',
  'mobilePhone',
  'title',
  'department',
  'organization',
  'locale',
];
const BASE = new Set([...REQUIRED, ...OPTIONAL]);

/** The user types of the org, each with the custom attributes of its schema. */
export class UserSchemas {
  readonly types: UserType[] = [];
  private readonly custom = new Map<string, Map<string, SchemaAttribute>>();

  constructor() {
    this.addType('user', 'User');
  }

  get defaultType(): UserType {
    return this.types[0] as UserType;
  }

  addType(name: string, displayName: string): UserType {
    const number = this.types.length.toString(36).padStart(8, '0');
    const type = {
      id: `oty1${number}rCl697`,
      schemaId: `osc1${number}rCl697`,
      name,
      displayName,
      default: number === '00000000',
    };
    this.types.push(type);
    this.custom.set(type.id, new Map());
    return type;
  }

  /** Finds a user type by its id, its name, the id of its schema, or the word `default`. */
  type(key: string): UserType | undefined {
    if (key === 'default') return this.defaultType;
    return this.types.find((type) => [type.id, type.schemaId, type.name].includes(key));
  }

  attribute(typeId: string, name: string): SchemaAttribute | undefined {
    return this.custom.get(typeId)?.get(name);
  }

  isBase(name: string): boolean {
    return BASE.has(name);
  }

  /** Whether any user type has the attribute. A search applies to all types, because it cannot name one. */
  knows(name: string): boolean {
    return this.isBase(name) || this.types.some((type) => this.attribute(type.id, name) !== undefined);
  }

  setAttribute(typeId: string, name: string, attribute: SchemaAttribute): void {
    this.custom.get(typeId)?.set(name, {
      scope: 'NONE',
      mutability: 'READ_WRITE',
      permissions: [{ principal: 'SELF', action: 'READ_ONLY' }],
      master: { type: 'PROFILE_MASTER' },
      ...attribute,
    });
  }

  removeAttribute(typeId: string, name: string): void {
    this.custom.get(typeId)?.delete(name);
  }

  /** Reasons for which Okta would refuse a profile change, in Okta's words; empty if the change is valid. */
  faultsOf(typeId: string, change: Readonly<Record<string, unknown>>): string[] {
    return Object.entries(change).flatMap(([name, value]) => {
      if (this.isBase(name))
        return REQUIRED.includes(name) && !value ? [`${name}: The field cannot be left blank`] : [];
      const attribute = this.attribute(typeId, name);
      if (!attribute) return [`Property name ${name} is not defined in the schema of this user type`];
      if (attribute.mutability === 'READ_ONLY') return [`${name}: The attribute is read-only`];
      return value === null || hasType(value, attribute.type)
        ? []
        : [`${name}: Does not match required type ${attribute.type}`];
    });
  }

  /** The complete profile after a PUT: every property that was not sent becomes null. */
  nulledProfile(typeId: string, sent: Profile): { profile: Profile; missing: string[] } {
    const names = [...BASE, ...(this.custom.get(typeId)?.keys() ?? [])];
    const profile = Object.fromEntries(names.map((name) => [name, sent[name] ?? null])) as Record<string, ProfileValue>;
    return { profile, missing: REQUIRED.filter((name) => profile[name] === null) };
  }

  toResource(type: UserType, baseUrl: string): Record<string, unknown> {
    const base = Object.fromEntries([...BASE].map((name) => [name, baseAttribute(name)]));
    return {
      id: `${baseUrl}/api/v1/meta/schemas/user/${type.default ? 'default' : type.schemaId}`,
      $schema: 'http://json-schema.org/draft-04/schema#',
      name: type.name,
      title: type.displayName,
      type: 'object',
      definitions: {
        custom: {
          id: '#custom',
          type: 'object',
          properties: Object.fromEntries(this.custom.get(type.id) ?? []),
          required: [],
        },
        base: { id: '#base', type: 'object', properties: base, required: REQUIRED },
      },
      properties: { profile: { allOf: [{ $ref: '#/definitions/custom' }, { $ref: '#/definitions/base' }] } },
    };
  }
}

function baseAttribute(name: string): Record<string, unknown> {
  return { title: name, type: 'string', mutability: 'READ_WRITE', scope: 'NONE', master: { type: 'PROFILE_MASTER' } };
}

function hasType(value: unknown, type: AttributeType): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}
