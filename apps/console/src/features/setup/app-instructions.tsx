import { Stack } from '@mantine/core';
import { useState } from 'react';
import { Choice } from '../../ui/forms/choice';
import { Instructions, Label } from '../../ui/layout/instructions';

const APPS = [
  { value: 'catalog', label: 'Catalog app' },
  { value: 'wizard', label: 'App Integration Wizard' },
];

export function OktaInstructions() {
  const [app, setApp] = useState('catalog');
  return (
    <Stack gap="md" align="flex-start">
      <Choice label="Kind of SCIM application" value={app} onChange={setApp} data={APPS} />
      {app === 'catalog' ? <CatalogAppInstructions /> : <WizardAppInstructions />}
    </Stack>
  );
}

function CatalogAppInstructions() {
  return (
    <Instructions>
      <li>
        <Label>Directory &gt; Groups &gt; Add group</Label>: make two groups, one for assignment (such as “Beyond
        Identity”) and one to push. Okta does not support the same group for both.
      </li>
      <li>
        <Label>Applications &gt; Applications &gt; Browse App Catalog</Label>: add{' '}
        <Label>SCIM 2.0 Test App (OAuth Bearer Token)</Label>.
      </li>
      <li>
        Tab <Label>Provisioning</Label>, <Label>Configure API Integration</Label>, tick{' '}
        <Label>Enable API integration</Label>. Paste the SCIM URL into <Label>SCIM 2.0 Base Url</Label> and the token
        into <Label>OAuth Bearer Token</Label>. Press <Label>Test API Credentials</Label>, then <Label>Save</Label>.
      </li>
      <PushSteps />
    </Instructions>
  );
}

function WizardAppInstructions() {
  return (
    <Instructions>
      <li>
        <Label>Directory &gt; Groups &gt; Add group</Label>: make two groups, one for assignment and one to push. Okta
        does not support the same group for both.
      </li>
      <li>
        <Label>Applications &gt; Applications &gt; Create App Integration</Label>: make an app, then under{' '}
        <Label>General &gt; App Settings</Label> set <Label>Provisioning</Label> to <Label>SCIM</Label>.
      </li>
      <li>
        Tab <Label>Provisioning &gt; Integration</Label>, <Label>Edit</Label>: the SCIM URL goes into{' '}
        <Label>SCIM connector base URL</Label>; <Label>Unique identifier field for users</Label> is{' '}
        <code>userName</code>; tick <Label>Push New Users</Label>, <Label>Push Profile Updates</Label> and{' '}
        <Label>Push Groups</Label>; <Label>Authentication Mode</Label> is <Label>HTTP Header</Label>, with the token as{' '}
        <Label>Authorization</Label>. Press <Label>Test Connector Configuration</Label>, then <Label>Save</Label>.
      </li>
      <PushSteps />
    </Instructions>
  );
}

function PushSteps() {
  return (
    <>
      <li>
        <Label>Provisioning &gt; To App</Label>, <Label>Edit</Label>: enable <Label>Create Users</Label>,{' '}
        <Label>Update User Attributes</Label> and <Label>Deactivate Users</Label>, then <Label>Save</Label>.
      </li>
      <li>
        Tab <Label>Assignments</Label>, <Label>Assign &gt; Assign to Groups</Label>: assign the first group.
      </li>
      <li>
        Tab <Label>Push Groups</Label>, <Label>Find groups by name</Label>: choose the second group,{' '}
        <Label>Push group memberships immediately</Label>, <Label>Save</Label>.
      </li>
    </>
  );
}

export function GenericInstructions() {
  return (
    <Instructions>
      <li>Enter the SCIM URL and the credentials of step 1, and run the connection test.</li>
      <li>Turn on creating, updating and deactivating users, and group push if you use groups.</li>
      <li>Assign a few people first and check them here before you assign all others.</li>
    </Instructions>
  );
}
