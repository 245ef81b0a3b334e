import { SegmentedControl, useMatches } from '@mantine/core';

interface Props<T extends string> {
  /** Accessible name of the choice. */
  label: string;
  value: T;
  onChange: (value: T) => void;
  data: { value: T; label: string }[];
}

/** A choice between few options, side by side; stacked on a phone. */
export function Choice<T extends string>({ label, value, onChange, data }: Props<T>) {
  const orientation = useMatches<'vertical' | 'horizontal'>({ base: 'vertical', xs: 'horizontal' });
  return (
    <SegmentedControl<T> aria-label={label} orientation={orientation} value={value} onChange={onChange} data={data} />
  );
}
