import type { ComponentType } from 'react';
import type { DirectoryProvider } from '../../gql/graphql';
import { SyncTab } from '../okta-registration/sync-tab';
import { ScimTab } from '../scim-registration/scim-tab';
import { AttributeStep } from './attribute-step';
import { GenericInstructions, OktaInstructions } from './app-instructions';
import { ScimAttributeStep } from './scim-attribute-step';
import type { StepProps } from './setup-steps';
import type { Side } from './side';

interface ProviderScreens {
  /** The integration's tab "Registration attribute". */
  Registration: ComponentType<StepProps>;
  /** The step of the set-up guide that configures the registration attribute. */
  Attribute: ComponentType<StepProps>;
  /** How to connect the SCIM client. */
  Instructions: ComponentType;
  /** Where the SCIM client is configured. */
  at: Parameters<typeof Side>[0]['at'];
}

export const PROVIDER_SCREENS: Record<DirectoryProvider, ProviderScreens> = {
  OKTA: { Registration: SyncTab, Attribute: AttributeStep, Instructions: OktaInstructions, at: 'okta' },
  GENERIC_SCIM: {
    Registration: ScimTab,
    Attribute: ScimAttributeStep,
    Instructions: GenericInstructions,
    at: 'directory',
  },
};
