import { useEffect, useRef } from 'react';
import { useApiMutation } from '../../api/use-api-mutation';
import { useMay } from '../../session/viewer';
import { staleIntegrations, type Checked } from './current-checks';
import { CHECK_INTEGRATION } from './integration-queries';

/**
 * Runs the health checks again, once per visit of a page, if a shown result is older than a minute. Only for users with
 * the role Operator.
 */
export function useFreshChecks(integrations: readonly Checked[]): void {
  const mayCheck = useMay('OPERATOR');
  const { mutate } = useApiMutation(CHECK_INTEGRATION, { quiet: true });
  const asked = useRef(new Set<string>());
  useEffect(() => {
    if (!mayCheck) return;
    for (const id of staleIntegrations(integrations, Date.now())) {
      if (asked.current.has(id)) continue;
      asked.current.add(id);
      mutate({ id });
    }
  }, [integrations, mayCheck, mutate]);
}
