import type { Rule } from './rule.ts';

const notice =
  /^(?:advertisement|article content|story continues (?:below|after).{0,40}|article continues (?:below|after).{0,40}|(?:this )?(?:content|article|story) is (?:reserved|free|only|for subscribers).{0,60}|always active|skip to (?:main )?content|image(?: credit| source)?:?|loading\W{0,3}|\d{1,3}[ -]min(?:ute)?s?(?: read)?|share|tweet|comments?|print|save|copy link|key points|table of contents|ad block users\b.{0,200}|if you buy something using links.{0,120}|this (?:article|post) contains affiliate links\b.{0,200}|(?:please )?enable javascript.{0,80})\.?$/iu;

/** "Advertisement", "Article content", "Story continues below", "5 min read": what the page says about itself. */
export const aboutPage: Rule = ({ text }) => text.length < 260 && notice.test(text);
