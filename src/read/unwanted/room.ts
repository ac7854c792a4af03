import type { PageElement } from '../node.ts';
import type { Rule } from './rule.ts';

// matched against ids and classes; each has been seen inside an article's own element
const named =
  /newsletter|sign-?up|sign-?in|subscri(?:be|ption)(?!er)|paywall-(?:prompt|message)|regwall|identity-|register|author-?(?:__)?-?(?:bio|profile|box|card)|authorprofile|about-?(?:the-)?author|similar-?(?:links|stories)|related(?:-|_)?(?:links|stories|articles|posts|content|topics)|read-?(?:more|next)|recirc|recommend|most-?(?:read|popular)|trending|share-?(?:bar|tools|buttons|links)|sharebar|social-?(?:share|links|bar|media)|success-message|promo(?!te)|taboola|outbrain|breadcrumb|comments?-(?:list|section|area|wrapper|thread)|(?:^|\s)(?:comments|respond|disqus_thread|hidden|d-none|sr-only|visually-?hidden|screen-reader-text)(?:\s|$)|durationLabel|tag-?(?:list|cloud)|popover/iu;
const tags = new Set(['nav', 'footer', 'form', 'button', 'dialog']);

/** A box for newsletters, related stories, sharing, the writer's life: told by its tag, class or id, and by holding little of the article. */
export const sideRoom: Rule = ({ element }, { share }) => {
  for (let node: PageElement | null = element, up = 0; node && up < 8 && node.localName !== 'body'; node = node.parentNode, up++) {
    if ((tags.has(node.localName) || named.test(`${node.className} ${node.id}`)) && share(node) < 0.3) return true;
  }
  return false;
};
