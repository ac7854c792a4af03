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

/** Of all components that are shown, as they came. */
const shown: { readonly current: Keys }[] = [];
/** The key that another is to follow, as `g` in `g s`. */
let first: { readonly key: string; readonly at: number } | null = null;

const actOf = (name: string): (() => void) | undefined => shown.findLast(({ current }) => current[name] !== undefined)?.current[name];
const leads = (key: string): boolean => shown.some(({ current }) => Object.keys(current).some((name) => name.startsWith(`${key} `)));

/** All keys go through here, so that one after `g` is never taken for one by itself: `g x` is no place, and must not reject a record as `x` does. */
function pressed(event: KeyboardEvent): void {
  // On the way to a key.
  if (['Shift', 'Control', 'Alt', 'Meta', 'CapsLock'].includes(event.key)) return;
  const before = first !== null && event.timeStamp - first.at < SOON ? first.key : null;
  first = null;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !keysWanted()) return;
  if (writes(event.target) || document.querySelector('dialog[open]') !== null) return;
  const act = actOf(before === null ? event.key : `${before} ${event.key}`);
  if (act === undefined) {
    if (leads(event.key)) first = { key: event.key, at: event.timeStamp };
    return;
  }
  event.preventDefault();
  act();
}

/**
 * Lets keys act while the component is shown; `g s` is a key after another. Of two components with one key, the one that came last has it.
 * Nothing is taken from who writes, from an open dialog, or from the browser's own (with Ctrl, Alt, ⌘).
 */
export function useKeys(keys: Keys): void {
  const held = useRef(keys);
  held.current = keys;
  useLayoutEffect(() => {
    if (shown.length === 0) addEventListener('keydown', pressed);
    shown.push(held);
    return () => {
      shown.splice(shown.indexOf(held), 1);
      if (shown.length === 0) removeEventListener('keydown', pressed);
    };
  }, []);
}
