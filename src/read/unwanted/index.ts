import type { About } from '../about.ts';
import type { Block } from '../layout.ts';
import type { PageElement } from '../node.ts';
import { caption } from './caption.ts';
import { headline } from './headline.ts';
import { aboutPage } from './notice.ts';
import { prompt } from './prompt.ts';
import { repeated } from './repeated.ts';
import { sideRoom } from './room.ts';
import type { Rule, Surroundings } from './rule.ts';
import { stamp } from './stamp.ts';

/** What stands inside an article's element without being its text. The order does not matter: one is enough. */
const rules: readonly Rule[] = [caption, headline, sideRoom, prompt, aboutPage, stamp, repeated];

function surroundingsOf(blocks: readonly Block[], about: About): Surroundings {
  const held = new Map<PageElement, number>();
  const counts = new Map<string, number>();
  let all = 0;
  for (const { element, text } of blocks) {
    all += text.length;
    counts.set(text, (counts.get(text) ?? 0) + 1);
    for (let node: PageElement | null = element; node; node = node.parentNode) held.set(node, (held.get(node) ?? 0) + text.length);
  }
  return { about, share: (element) => (held.get(element) ?? 0) / Math.max(1, all), times: (text) => counts.get(text) ?? 0 };
}

/** The paragraphs without captions, share bars, prompts and what else is no text of the article. All of them where nothing would be left. */
export function withoutUnwanted(blocks: readonly Block[], about: About): readonly Block[] {
  const surroundings = surroundingsOf(blocks, about);
  const wanted = blocks.filter((block) => !rules.some((rule) => rule(block, surroundings)));
  return wanted.length > 0 ? wanted : blocks;
}
