import { useEffect, useState } from 'react';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { useLeaveGuard } from '../../ui/forms/use-leave-guard';
import { GenerateForm } from './generate-form';
import { type GeneratedSecret, SecretPanel } from './secret-panel';

interface Props {
  integration: Pick<IntegrationFieldsFragment, 'id' | 'provider'>;
  /** True while an unsaved secret is shown. */
  onUnsaved?: (unsaved: boolean) => void;
  onFinished?: () => void;
}

/** Step 1 of the guide: choose, generate, copy. The secret exists only in this component's state. */
export function GenerateCredentials({ integration: { id, provider }, onUnsaved, onFinished }: Props) {
  const [secret, setSecret] = useState<GeneratedSecret>();
  const [saved, setSaved] = useState(false);
  const unsaved = secret !== undefined && !saved;
  useLeaveGuard(unsaved, 'You have not copied the secret, and it cannot be viewed again. Leave anyway?');
  useEffect(() => onUnsaved?.(unsaved), [onUnsaved, unsaved]);

  if (!secret) return <GenerateForm integrationId={id} provider={provider} onGenerated={setSecret} />;
  return <SecretPanel secret={secret} saved={saved} onSaved={setSaved} {...(onFinished && { onFinished })} />;
}
