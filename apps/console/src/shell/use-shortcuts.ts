import { useEffect } from 'react';

export interface Shortcuts {
  /** Ctrl-K, or Command-K. */
  onSearch: () => void;
  /** `?` */
  onHelp: () => void;
  /** Whether `/` and `?` are active: single keys can interfere with speech input (WCAG 2.1.4). */
  singleKeys: boolean;
}

/**
 * Keyboard shortcuts of every page. `/` focuses the page's search field, or opens the global search on a page without one. Only the key is
 * compared, not the modifiers: on many keyboard layouts `/` needs Shift, which useHotkeys of @mantine/hooks would not match.
 */
export function useShortcuts({ onSearch, onHelp, singleKeys }: Shortcuts): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = actionOf(event);
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    const actionOf = (event: KeyboardEvent): (() => void) | undefined => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if (event.defaultPrevented || event.isComposing) return undefined;
      if (key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !event.shiftKey) return onSearch;
      if (!singleKeys || ctrlKey || metaKey || altKey || takesText(target) || isDialogOpen()) return undefined;
      if (key === '?') return onHelp;
      return key === '/' ? () => focusSearchField() || onSearch() : undefined;
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onSearch, onHelp, singleKeys]);
}

function takesText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

function isDialogOpen(): boolean {
  return document.querySelector('[role=dialog]') !== null;
}

/** @returns whether the page has a search field */
function focusSearchField(): boolean {
  const field = document.querySelector<HTMLInputElement>('#main input[type=search]');
  field?.select();
  field?.focus();
  return field !== null;
}
