import { Button, Group, Paper, TextInput } from '@mantine/core';
import { IconHistory, IconSearchOff, IconX } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useApiQuery } from '../../api/use-api-query';
import { FilterSelect } from '../../ui/forms/filter-select';
import { Loaded } from '../../ui/layout/loaded';
import { Notice } from '../../ui/layout/notice';
import { Page } from '../../ui/layout/page';
import { PAGE_SIZE, Pager } from '../../ui/data/pager';
import { SearchField } from '../../ui/forms/search-field';
import { oneOf, useListParams } from '../../ui/data/use-list-params';
import { IntegrationFilter } from '../integrations/integration-filter';
import { AUDIT_ACTION, AUDIT_ACTION_OPTIONS } from './audit-actions';
import { AUDIT_EVENTS } from './audit-queries';
import { AuditTable } from './audit-table';
import { startOfDay } from './start-of-day';

export function AuditLogPage() {
  const params = useListParams();
  const navigate = useNavigate();
  const kind = oneOf(params.get('kind'), AUDIT_ACTION);
  const [from, to] = [params.get('from'), params.get('to')];
  const filter = {
    integrationId: params.get('integration'),
    actions: kind && [kind],
    actor: params.get('who'),
    identityId: params.get('person'),
    since: startOfDay(from),
    until: startOfDay(to, 1),
  };
  const query = useApiQuery(AUDIT_EVENTS, { ...filter, first: PAGE_SIZE, after: params.after }, { keepPrevious: true });
  const filtered = Object.values(filter).some((value) => value !== undefined);
  return (
    <Page title="Audit log" lead="Who changed what, newest first. Secrets are never in it.">
      <Paper>
        <Group p="md" gap="sm" role="search">
          <SearchField label="Who" value={filter.actor ?? ''} onSearch={(text) => params.set('who', text)} />
          <FilterSelect
            label="What"
            value={kind}
            options={AUDIT_ACTION_OPTIONS}
            searchable
            onChange={(value) => params.set('kind', value)}
          />
          <Day label="From" value={from} onChange={(value) => params.set('from', value)} />
          <Day label="To" value={to} onChange={(value) => params.set('to', value)} />
          <IntegrationFilter value={filter.integrationId} onChange={(value) => params.set('integration', value)} />
          {filter.identityId !== undefined && (
            <Button
              variant="default"
              rightSection={<IconX size={14} aria-hidden />}
              title="Show events about all people"
              onClick={() => params.set('person', undefined)}
            >
              About one person
            </Button>
          )}
        </Group>
        <Loaded query={query}>
          {({ auditEvents: { nodes, totalCount, pageInfo } }) => {
            if (nodes.length > 0) {
              return (
                <>
                  <AuditTable
                    events={nodes}
                    stale={query.isPlaceholderData}
                    onKind={(value) => params.set('kind', value)}
                  />
                  <Pager params={params} shown={nodes.length} totalCount={totalCount} pageInfo={pageInfo} />
                </>
              );
            }
            return filtered ? (
              <Notice
                icon={IconSearchOff}
                title="No event matches"
                action={
                  <Button variant="default" onClick={() => void navigate('/audit-log')}>
                    Show everything
                  </Button>
                }
              />
            ) : (
              <Notice icon={IconHistory} title="Nothing has happened yet" />
            );
          }}
        </Loaded>
      </Paper>
    </Page>
  );
}

interface DayProps {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function Day({ label, value, onChange }: DayProps) {
  return (
    <TextInput
      type="date"
      aria-label={label}
      leftSection={label}
      leftSectionWidth={52}
      w={{ base: 'calc(50% - 6px)', xs: 190 }}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}
