import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconWebhook } from '@tabler/icons-react';
import { useState } from 'react';
import { useApiMutation } from '../../api/use-api-mutation';
import { useApiQuery } from '../../api/use-api-query';
import type { ConfigureEventHookMutation, IntegrationFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Confirm } from '../../ui/forms/confirm';
import { CopyField } from '../../ui/forms/copy-field';
import { Facts } from '../../ui/data/facts';
import { Loaded } from '../../ui/layout/loaded';
import { Notice } from '../../ui/layout/notice';
import { Section } from '../../ui/layout/section';
import { Status } from '../../ui/layout/status';
import { When } from '../../ui/text/when';
import { CONFIGURE_EVENT_HOOK, EVENT_HOOK } from './event-hook-queries';
import { EventHookGuide } from './event-hook-guide';

export function EventHookTab({ integration: { id } }: { integration: IntegrationFieldsFragment }) {
  const query = useApiQuery(EVENT_HOOK, { id });
  const mayConfigure = useMay('ADMIN');
  const [made, setMade] = useState<ConfigureEventHookMutation['configureEventHook']>();
  const [asking, dialog] = useDisclosure();
  const configure = useApiMutation(CONFIGURE_EVENT_HOOK, {
    onDone: ({ configureEventHook }) => {
      setMade(configureEventHook);
      dialog.close();
    },
  });
  const make = () => configure.mutate({ input: { integrationId: id } });
  return (
    <Stack gap="lg">
      {made && <EventHookGuide made={made} onDone={() => setMade(undefined)} />}
      <Section
        title="Okta event hook"
        lead="Okta reports changes made on its side, and Rollcall checks the person again within seconds. Without the event hook, the nightly reconciliation finds them."
        actions={
          mayConfigure &&
          query.data?.directoryIntegration?.eventHook && (
            <Button variant="default" onClick={dialog.open}>
              Make a new secret…
            </Button>
          )
        }
      >
        <Loaded query={query}>
          {({ directoryIntegration }) => {
            const hook = directoryIntegration?.eventHook;
            if (!hook) {
              return (
                <Notice
                  icon={IconWebhook}
                  title="Not set up"
                  action={
                    mayConfigure && (
                      <Button loading={configure.isPending} onClick={make}>
                        Set up the event hook
                      </Button>
                    )
                  }
                />
              );
            }
            return (
              <Stack gap="md">
                <CopyField label="URL" value={hook.url} />
                <Facts
                  facts={[
                    [
                      'Status',
                      hook.verifiedAt ? (
                        <Status key="status" tone="ok">
                          Verified by Okta
                        </Status>
                      ) : (
                        <Status key="status" tone="busy">
                          Waiting for Okta to verify
                        </Status>
                      ),
                    ],
                    ['Secret', `ends in ${hook.lastFour}`],
                    ['Last event', <When key="event" at={hook.lastEventAt} never="None yet" />],
                    ['Set up', <When key="created" at={hook.createdAt} />],
                  ]}
                />
              </Stack>
            );
          }}
        </Loaded>
      </Section>
      <Confirm
        opened={asking}
        title="Make a new secret?"
        action="Make a new secret"
        busy={configure.isPending}
        onClose={dialog.close}
        onConfirm={make}
      >
        Okta’s events are refused from now on until you put the new secret into the event hook there.
      </Confirm>
    </Stack>
  );
}
