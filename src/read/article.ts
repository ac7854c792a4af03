import type { About } from './about.ts';
import { bodyBlocks } from './body.ts';
import { isHidden } from './hidden.ts';
import { type Block, layOut } from './layout.ts';
import type { Page } from './page.ts';
import { type Candidate, isProse, signature } from './prose.ts';
import { readable } from './readable.ts';
import { withoutUnwanted } from './unwanted/index.ts';

// Readability looks at every element many times; a larger page is a table of data or a trap.
const mostElements = 40_000;

/** A piece of HTML, as a feed or a JSON line carries it: it has been taken out of its page already. */
const isFragment = (source: string): boolean => !/<(?:!doctype|html|head|body)\b/iu.test(source);

/** All paragraphs of the page, with how much of each Readability kept; where it is no help, prose is kept. */
function candidates(page: Page): Candidate[] {
  const blocks = layOut(page.document.body);
  if (isFragment(page.source)) return blocks.map((block) => ({ ...block, kept: !isHidden(block.element) }));
  const kept = page.elements > mostElements ? new Set() : readable(page);
  if (kept.size === 0) return blocks.map((block) => ({ ...block, kept: isProse(block) && !isHidden(block.element) }));
  return blocks.map((block) => {
    const parts = block.parts.filter((part) => typeof part === 'string' || kept.has(page.places.get(part.text) ?? []));
    const isKept = parts.some((part) => typeof part !== 'string' && /\S/u.test(part.text.textContent));
    return { ...block, parts: isKept ? parts : block.parts, kept: isKept };
  });
}

/** Whether `inner` stands in `outer`. */
function within(inner: Block, outer: Block['element']): boolean {
  for (let node: Block['element'] | null = inner.element; node; node = node.parentNode) if (node === outer) return true;
  return false;
}

/** The smallest element that holds nearly all prose of `blocks`: what is kept outside it is navigation. */
function container(blocks: readonly Candidate[]): Block['element'] | null {
  const held = new Map<Block['element'], number>();
  let all = 0;
  let whole = 0;
  for (const block of blocks) {
    if (block.kept) whole += block.text.length;
    if (!block.kept || !isProse(block)) continue;
    all += block.text.length;
    for (let node: Block['element'] | null = block.element; node; node = node.parentNode)
      held.set(node, (held.get(node) ?? 0) + block.text.length);
  }
  // a page of short lines has no prose to go by
  if (all < whole * 0.5) return null;
  let best: Block['element'] | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [element, characters] of held) {
    if (characters < all * 0.9 || characters > least) continue;
    // of elements that hold the same, the inner one comes first
    if (characters < least) best = element;
    least = characters;
  }
  return best;
}

// A paragraph in one of these that holds nothing of the article belongs to something else: a teaser, a comment, a footer.
const ownRooms = new Set(['article', 'li', 'aside', 'nav', 'footer', 'form', 'figure', 'figcaption', 'button', 'dialog']);

function elsewhere(block: Block, holding: ReadonlySet<Block['element']>): boolean {
  for (let node: Block['element'] | null = block.element; node; node = node.parentNode)
    if (ownRooms.has(node.localName) && !holding.has(node)) return true;
  return false;
}

/** Prose that Readability left out although it is set like the rest: long articles come in several pieces with an advertisement between. */
function missed(blocks: readonly Candidate[]): Set<Candidate> {
  const kept = blocks.filter((block) => block.kept && isProse(block));
  const total = kept.reduce((sum, block) => sum + block.text.length, 0);
  const bySignature = new Map<string, number>();
  const holding = new Set<Block['element']>();
  for (const block of kept) {
    bySignature.set(signature(block), (bySignature.get(signature(block)) ?? 0) + block.text.length);
    for (let node: Block['element'] | null = block.element; node && !holding.has(node); node = node.parentNode) holding.add(node);
  }
  const alike = (block: Candidate): boolean => (bySignature.get(signature(block)) ?? 0) > total * 0.25;
  return new Set(
    blocks.filter((block) => !block.kept && isProse(block) && alike(block) && !elsewhere(block, holding) && !isHidden(block.element)),
  );
}

/** Whether the paragraphs are an article rather than a list of links or a button or two. */
function isArticle(blocks: readonly Block[]): boolean {
  const all = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const unlinked = blocks.reduce((sum, block) => sum + block.text.length * (1 - block.linked), 0);
  return unlinked > all * 0.25 || unlinked > 1000;
}

function choose(page: Page, about: About): readonly Block[] {
  const all = candidates(page);
  if (isFragment(page.source))
    return withoutUnwanted(
      all.filter((block) => block.kept),
      about,
    );
  const told = bodyBlocks(all, about.linked?.body ?? null);
  if (told) return withoutUnwanted(told, about);
  const room = container(all);
  const more = missed(all);
  const belongs = (block: Candidate): boolean => block.kept && (isProse(block) || room === null || within(block, room));
  return withoutUnwanted(
    all.filter((block) => more.has(block) || belongs(block)),
    about,
  );
}

/** The paragraphs of a page's article, in reading order; none where the page has no article. */
export function findArticle(page: Page, about: About): readonly Block[] {
  const blocks = choose(page, about);
  return isArticle(blocks) ? blocks : [];
}
