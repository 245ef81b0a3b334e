import { Kbd, UnstyledButton } from '@mantine/core';
import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useEffect } from 'react';
import classes from './search-button.module.css';
import { ShortcutHelp } from './shortcut-help';
import { useShortcuts } from './use-shortcuts';

const load = async () => ({ default: (await import('./global-search')).GlobalSearch });
const GlobalSearch = lazy(load);

const COMMAND = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K';

/** Opens the global search, and installs the keyboard shortcuts. */
export function SearchButton() {
  const [searching, search] = useDisclosure();
  const [helping, help] = useDisclosure();
  const [singleKeys, setSingleKeys] = useLocalStorage({ key: 'rollcall-single-key-shortcuts', defaultValue: true });
  // Loads the search dialog in advance, because characters typed after Ctrl-K would be lost while it loads.
  useEffect(() => void load(), []);
  useShortcuts({ onSearch: search.open, onHelp: help.open, singleKeys });
  return (
    <>
      <UnstyledButton className={classes.button} onClick={search.open} aria-keyshortcuts="Control+K Meta+K">
        <IconSearch size={16} aria-hidden />
        <span className={classes.label}>Search</span>
        <Kbd size="xs" visibleFrom="sm" aria-hidden>
          {COMMAND}
        </Kbd>
      </UnstyledButton>
      <Suspense>{searching && <GlobalSearch onClose={search.close} />}</Suspense>
      <ShortcutHelp
        opened={helping}
        onClose={help.close}
        command={COMMAND}
        singleKeys={singleKeys}
        onSingleKeys={setSingleKeys}
      />
    </>
  );
}
