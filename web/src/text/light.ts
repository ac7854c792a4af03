import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Lights the words and the card of a record. By hand and not by rendering again: with a hundred records in a long article, moving the
 * pointer over the text must cost nothing.
 */
export function useLight(root: RefObject<HTMLElement | null>, record: string | null, look: 'active' | 'pointed', renewed: unknown): void {
  useEffect(() => {
    if (record === null || root.current === null) return;
    const lit = root.current.querySelectorAll(`[data-r~="${record}"], [data-card="${record}"]`);
    for (const element of lit) element.classList.add(look);
    return () => {
      for (const element of lit) element.classList.remove(look);
    };
  }, [record, look, renewed]);
}

const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Brings an element into view, and the focus with it where it is to go on from there. */
export function goTo(element: HTMLElement | null | undefined, focus: boolean): void {
  if (element == null) return;
  element.scrollIntoView({ block: 'center', behavior: calm() ? 'auto' : 'smooth' });
  if (focus) element.focus({ preventScroll: true });
}
