import type { ComponentType } from 'react';
import type { DirectoryProvider } from '../../gql/graphql';
import { AttributeStep } from './attribute-step';
import { GenericInstructions, OktaInstructions } from './app-instructions';
import { ScimAttributeStep } from './scim-attribute-step';
import type { StepProps } from './setup-steps';
import type { Side } from './side';

interface ProviderSteps {
  Attribute: ComponentType<StepProps>;
  /** How to connect the SCIM client. */
  Instructions: ComponentType;
  /** Where the SCIM client is configured. */
  at: Parameters<typeof Side>[0]['at'];
}

export const PROVIDER_STEPS: Record<DirectoryProvider, ProviderSteps> = {
  OKTA: { Attribute: AttributeStep, Instructions: OktaInstructions, at: 'okta' },
  GENERIC_SCIM: { Attribute: ScimAttributeStep, Instructions: GenericInstructions, at: 'directory' },
};
