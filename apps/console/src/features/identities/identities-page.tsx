import { IconUsers } from '@tabler/icons-react';
import { Notice } from '../../ui/layout/notice';
import { Page } from '../../ui/layout/page';
import { IdentityList } from './identity-list';

export function IdentitiesPage() {
  return (
    <Page title="Identities" lead="All people that your directories have sent, and whether they have a passkey.">
      <IdentityList
        empty={
          <Notice icon={IconUsers} title="No people yet">
            People appear here as soon as your directory assigns them to the SCIM application.
          </Notice>
        }
      />
    </Page>
  );
}
