import { useLayoutEffect, useRef } from 'preact/hooks';

/** What keys do, by the key as the keyboard names it. */
export type Keys = Readonly<Record<string, (() => void) | undefined>>;

const STORED = 'readout-keys';

/** Single keys can be turned off: who dictates, or has a trembling hand, would press them unawares (WCAG 2.1.4). */
export function keysWanted(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}

export function wantKeys(wanted: boolean): void {
  try {
    localStorage.setItem(STORED, wanted ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

/** Where a key is a letter of what is being written, or chooses in a list. */
const writes = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]') !== null;

/** Milliseconds in which the second key must follow the first. */
const SOON = 1500;
let before: { readonly key: string; readonly at: number } | null = null;

/**
 * Lets keys act while the component is shown; `g s` is a key after another. The component that was shown last is asked first.
 * Nothing is taken from who writes, from an open dialog, or from the browser's own (with Ctrl, Alt, ⌘).
 */
export function useKeys(keys: Keys): void {
  const held = useRef(keys);
  held.current = keys;
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !keysWanted()) return;
      if (writes(event.target) || document.querySelector('dialog[open]') !== null) return;
      const first = before !== null && event.timeStamp - before.at < SOON ? before.key : null;
      const act =
        (first === null ? undefined : held.current[`${first} ${event.key}`]) ?? (first === null ? held.current[event.key] : undefined);
      if (act === undefined) return;
      event.preventDefault();
      before = null;
      act();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}

/** Remembers a key that another is to follow. To be mounted once, and last. */
export function useLeader(leader: string): void {
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === leader && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && !writes(event.target))
        before = { key: leader, at: event.timeStamp };
      else if (event.key.length === 1) before = null;
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}
