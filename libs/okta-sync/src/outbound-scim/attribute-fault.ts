import type { ScimAttributeDefinition } from './transport/scim-discovery.js';

/** The reason why an attribute cannot store the registration (RFC 7643 §2.2, §2.3.2). */
export type AttributeFault = 'MISSING' | 'TYPE' | 'MUTABILITY' | 'RETURNED';

/** @param attribute its definition in the schemas; undefined if no schema defines it */
export function attributeFault(attribute: ScimAttributeDefinition | undefined): AttributeFault | undefined {
  if (!attribute) return 'MISSING';
  const { type, multiValued, mutability, returned } = attribute;
  if (type !== 'boolean' || multiValued) return 'TYPE';
  if (mutability !== 'readWrite') return 'MUTABILITY';
  return returned === 'never' ? 'RETURNED' : undefined;
}

/** Describes the fault. The text continues a sentence whose subject is the attribute. */
export function describeFault(fault: AttributeFault, attribute: ScimAttributeDefinition | undefined): string {
  switch (fault) {
    case 'MISSING':
      return 'is missing';
    case 'TYPE':
      return attribute?.multiValued ? 'is multi-valued, not one boolean' : `is of type ${attribute?.type}, not boolean`;
    case 'MUTABILITY':
      return `is ${attribute?.mutability}, not readWrite`;
    case 'RETURNED':
      return 'is never returned';
  }
}
