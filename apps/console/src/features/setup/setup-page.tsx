import { Box, Button, Group, Paper } from '@mantine/core';
import { IconMapPinQuestion } from '@tabler/icons-react';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { useApiQuery } from '../../api/use-api-query';
import type { IntegrationFieldsFragment } from '../../gql/graphql';
import { useMay } from '../../session/viewer';
import { Forbidden } from '../../session/forbidden';
import { Loaded } from '../../ui/layout/loaded';
import { Notice } from '../../ui/layout/notice';
import { Page } from '../../ui/layout/page';
import { useNow } from '../../ui/text/use-now';
import { INTEGRATION } from '../integrations/integration-queries';
import { useFreshChecks } from '../integrations/use-fresh-checks';
import { CredentialsStep } from './credentials-step';
import { FinishStep } from './finish-step';
import { PROVIDER_SCREENS } from './provider-screens';
import { RoutingStep } from './routing-step';
import { SignInStep } from './sign-in-step';
import classes from './setup-page.module.css';
import { setupSteps, type StepId, type StepProps } from './setup-steps';
import { StepList } from './step-list';

export function SetupPage() {
  const { integrationId = '' } = useParams();
  const mayConfigure = useMay('ADMIN');
  const query = useApiQuery(INTEGRATION, { id: integrationId }, { enabled: mayConfigure });
  const integration = query.data?.directoryIntegration;
  return (
    <Page
      title={integration ? `Set up ${integration.name}` : 'Set up the integration'}
      back={{ to: `/directory/integrations/${integrationId}`, label: integration?.name ?? 'Directory integration' }}
    >
      {!mayConfigure && <Forbidden needed="ADMIN" />}
      {mayConfigure && (
        <Loaded query={query}>
          {() =>
            integration ? (
              <Setup integration={integration} />
            ) : (
              <Paper>
                <Notice icon={IconMapPinQuestion} title="This integration does not exist" />
              </Paper>
            )
          }
        </Loaded>
      )}
    </Page>
  );
}

function Setup({ integration }: { integration: IntegrationFieldsFragment }) {
  const { step } = useParams();
  const navigate = useNavigate();
  useFreshChecks([integration]);
  const steps = setupSteps(integration, useNow());
  const path = `/directory/integrations/${integration.id}/setup`;
  const at = steps.findIndex(({ id }) => id === step);
  const current = steps[at];
  if (!current) {
    // The URL contains the current step, so that the page does not change to another step when this one is completed.
    const first = steps.find(({ done }) => !done) ?? steps[0];
    return <Navigate to={`${path}/${first?.id}`} replace />;
  }
  const next = steps[at + 1];
  const goOn = () => void navigate(next ? `${path}/${next.id}` : `/directory/integrations/${integration.id}`);
  const back = at > 0 && (
    <Button component={Link} to={`${path}/${steps[at - 1]?.id}`} variant="default">
      Back
    </Button>
  );
  const nextLabel = next ? `Next: ${next.title}` : 'Finish';
  return (
    <div className={classes.setup}>
      <StepList steps={steps} current={current.id} path={path} />
      <Box miw={0}>
        <StepBody id={current.id} integration={integration} />
        <Group justify="space-between" mt="lg">
          <div>{back}</div>
          <Button
            variant={current.done ? 'filled' : 'default'}
            onClick={goOn}
            classNames={{ root: classes.next, label: classes.nextLabel }}
          >
            {nextLabel}
          </Button>
        </Group>
      </Box>
    </div>
  );
}

function StepBody({ id, ...props }: StepProps & { id: StepId }) {
  switch (id) {
    case 'credentials':
      return <CredentialsStep {...props} />;
    case 'attribute': {
      const { Attribute } = PROVIDER_SCREENS[props.integration.provider];
      return <Attribute {...props} />;
    }
    case 'sign-in':
      return <SignInStep {...props} />;
    case 'okta':
      return <FinishStep {...props} />;
    case 'routing':
      return <RoutingStep {...props} />;
  }
}
