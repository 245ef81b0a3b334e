import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';

interface Props {
  label: string;
  value: string;
  onSearch: (text: string) => void;
}

/** A search field that starts the search when the user stops typing for a moment. */
export function SearchField({ label, value, onSearch }: Props) {
  const [text, setText] = useState(value);
  const [last, setLast] = useState(value);
  if (value !== last) {
    setLast(value);
    // Another control, such as "Show everyone", has cleared the search. Text that the user has typed since is not
    // cleared.
    if (value === '' && text.trim() === last) setText('');
  }
  const search = useDebouncedCallback(onSearch, 250);
  const change = (next: string) => {
    setText(next);
    search(next.trim());
  };
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      flex="1 1 15rem"
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={text && <CloseButton size="sm" aria-label="Clear the search" onClick={() => change('')} />}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      spellCheck={false}
    />
  );
}
