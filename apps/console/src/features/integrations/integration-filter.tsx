import { useApiQuery } from '../../api/use-api-query';
import { FilterSelect } from '../../ui/forms/filter-select';
import { INTEGRATION_NAMES } from './integration-queries';

/** Offered only where there is more than one integration to choose from. */
export function IntegrationFilter({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const { data } = useApiQuery(INTEGRATION_NAMES, {}, { live: false });
  const integrations = data?.directoryIntegrations.nodes ?? [];
  if (integrations.length < 2 && value === undefined) return null;
  const options = Object.fromEntries(integrations.map(({ id, name }) => [id, { label: name }]));
  return <FilterSelect label="Integration" value={value} options={options} onChange={onChange} />;
}
