import type { Rule } from './rule.ts';

const invitation =
  /^(?:read (?:more|next|also|in app)|more(?: on this| from| stories| about)?|related(?: stories| articles| topics)?|see also|also read|watch|listen|sign[ -]?up|sign in|subscribe|register|create an account|follow us|get in touch|share this|share your thoughts|join the conversation|recommended|most read|trending|don['’]t miss|check out more|for more stories like this|stay up to date|thanks for signing up|by signing up)\b.{0,200}$/iu;
// the words of the invitation and nothing else
const alone =
  /^(?:read (?:more|next|also|in app)|more(?: on this| from| stories| about)?|related(?: stories| articles| topics)?|see also|also read|watch|listen|sign[ -]?up|sign in|subscribe|register|create an account|follow us|get in touch|share this|share your thoughts|join the conversation|recommended|most read|trending|don['’]t miss|check out more|for more stories like this|stay up to date|thanks for signing up|by signing up)[:.!…]?$/iu;
const certain =
  /^(?:(?:read more|more|related|watch|read also|also read|see also|sign up|subscribe|get in touch)\s?[:|]|sign[ -]?up (?:to|for) |subscribe (?:now|to)|by signing up|create an account or|thanks for signing up|for more stories like this|stay up to date with)/iu;

/** "READ MORE: Kim arrives by train", "Sign up to our free newsletter": a whole paragraph that invites to something else. */
export const prompt: Rule = ({ text, linked }) =>
  text.length < 220 && invitation.test(text) && (linked > 0.5 || alone.test(text) || certain.test(text));
