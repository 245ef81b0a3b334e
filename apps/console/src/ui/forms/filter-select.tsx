import { Select } from '@mantine/core';

interface Props<T extends string> {
  label: string;
  value: T | undefined;
  options: Record<T, { label: string }>;
  onChange: (value: T | undefined) => void;
  /** True for long lists, in which the user can search by typing. */
  searchable?: boolean;
}

/** A select field for a filter. It shows "Status: any" or the chosen value. */
export function FilterSelect<T extends string>({ label, value, options, onChange, searchable = false }: Props<T>) {
  return (
    <Select<T>
      aria-label={label}
      placeholder={label}
      w={{ base: 'calc(50% - 6px)', xs: 168 }}
      flex={{ base: '1 0 auto', xs: '0 0 auto' }}
      clearable
      searchable={searchable}
      clearButtonProps={{ 'aria-label': `Any ${label.toLowerCase()}` }}
      withCheckIcon={false}
      data={(Object.entries(options) as [T, { label: string }][]).map(([key, option]) => ({
        value: key,
        label: option.label,
      }))}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
