import { Modal } from '@mantine/core';
import { useState } from 'react';
import { GenerateCredentials } from './generate-credentials';

interface Props {
  integrationId: string;
  opened: boolean;
  onClose: () => void;
}

/** The secret is shown once: closing without saving it asks first. */
export function GenerateCredentialsModal({ integrationId, opened, onClose }: Props) {
  const [unsaved, setUnsaved] = useState(false);
  const close = () => {
    if (unsaved && !window.confirm('You have not copied the secret, and it cannot be viewed again. Close anyway?'))
      return;
    setUnsaved(false);
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title="Generate Credentials" size="lg" closeOnClickOutside={!unsaved}>
      <GenerateCredentials integrationId={integrationId} onUnsaved={setUnsaved} onFinished={onClose} />
    </Modal>
  );
}
