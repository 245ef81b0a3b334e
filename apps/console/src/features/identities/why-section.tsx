import { Anchor, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconMinus, IconProgress } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useApiQuery } from '../../api/use-api-query';
import { Section } from '../../ui/layout/section';
import type { Tone } from '../../ui/layout/status';
import { INTEGRATION } from '../integrations/integration-queries';
import { useFreshChecks } from '../integrations/use-fresh-checks';
import type { IdentityDetail } from './identity-queries';
import { obstacleIn, type Step, whyOf } from './why';
import classes from './why-section.module.css';

const EVERY_MS = 5_000;
const NONE: readonly [] = [];
const ICON = { ok: IconCircleCheck, warn: IconAlertTriangle, bad: IconCircleX, busy: IconProgress, idle: IconMinus };
const MEANING: Record<Tone, string> = { ok: 'Yes', warn: 'Not yet', bad: 'No', busy: 'Under way', idle: 'Open' };

/** How a person of an Okta org signs in, and what prevents passkey sign-in. */
export function WhySection({ identity }: { identity: IdentityDetail }) {
  const { data } = useApiQuery(INTEGRATION, { id: identity.integrationId }, { live: EVERY_MS });
  useFreshChecks(data?.directoryIntegration ? [data.directoryIntegration] : NONE);
  const steps = whyOf(identity, data?.directoryIntegration);
  const obstacle = obstacleIn(steps);
  return (
    <Section
      title={obstacle ? 'Why not routed to passkey sign-in' : 'Passkey sign-in'}
      lead={
        obstacle
          ? [`${obstacle.question}: ${obstacle.answer}`.replace(/\.$/, ''), obstacle.todo].filter(Boolean).join('. ')
          : steps.every(({ tone }) => tone === 'ok')
            ? 'Nothing is in the way: Okta’s routing rule sends this person to passkey sign-in.'
            : 'Nothing is known to be in the way; what could not be found out is open below.'
      }
    >
      <ol className={classes.steps}>
        {steps.map((step) => (
          <StepLine key={step.question} step={step} />
        ))}
      </ol>
    </Section>
  );
}

function StepLine({ step: { question, tone, answer, todo, link } }: { step: Step }) {
  const Icon = ICON[tone];
  return (
    <li className={classes.step}>
      <Icon size={18} color={`var(--tone-${tone})`} role="img" aria-label={MEANING[tone]} />
      <span>{question}</span>
      <div className={classes.answer}>
        {answer}
        {todo && (
          <Text size="sm" c="dimmed">
            {todo}
          </Text>
        )}
        {link && (
          <div>
            <Anchor component={Link} to={link.to} size="sm">
              {link.label}
            </Anchor>
          </div>
        )}
      </div>
    </li>
  );
}
