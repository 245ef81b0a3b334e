import { useEffect } from 'react';

export interface Shortcuts {
  /** Ctrl-K, or Command-K. */
  onSearch: () => void;
  /** The key `?`. */
  onHelp: () => void;
  /**
   * Whether `/` and `?` are active. Users can turn them off, because single keys can interfere with speech input (WCAG
   * 2.1.4).
   */
  singleKeys: boolean;
}

/**
 * Keyboard shortcuts of every page. `/` focuses the page's search field; on a page without a search field it opens the
 * global search.
 * Compares only the key, not the modifiers, because on many keyboard layouts `/` needs Shift. useHotkeys of
 * @mantine/hooks compares both.
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
