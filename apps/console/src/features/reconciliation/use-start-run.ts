import { useNavigate } from 'react-router';
import { useApiMutation } from '../../api/use-api-mutation';
import { START_RUN } from './reconciliation-queries';

/** Starts a run and opens its page. */
export function useStartRun() {
  const navigate = useNavigate();
  return useApiMutation(START_RUN, {
    onDone: ({ startReconciliation: { id, integrationId } }) =>
      void navigate(`/directory/integrations/${integrationId}/reconciliation/${id}`),
  });
}
