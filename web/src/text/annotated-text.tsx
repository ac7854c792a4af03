import { useMemo } from 'preact/hooks';
import { visible } from '../../../src/reading/picture/visible.ts';
import type { Mark } from './marks.ts';
import { type Piece, paragraphsOf } from './pieces.ts';

export interface Pointing {
  /** The record under the pointer, or null when it leaves. */
  over(record: string | null): void;
  /** The record that was chosen in the text. */
  choose(record: string): void;
}

interface TextProps extends Pointing {
  readonly text: string;
  readonly title: string | null;
  readonly marks: readonly Mark[];
  /** What a reference in the text is called by those who listen: `Quotation 3, Soleimani`. */
  nameOfRecord(record: string): string;
}

/** Wide marks first: the innermost record is the one that is meant by pointing. */
const innermost = (marks: readonly Mark[]): string | null =>
  [...marks].sort((a, b) => a.end - a.start - (b.end - b.start))[0]?.record ?? null;

const classOf = (marks: readonly Mark[]): string =>
  ['lit', ...new Set(marks.flatMap(({ part, look }) => (look === '' ? [part] : [part, look])))].join(' ');

/** The article's text as text, never as markup, with every record's words set off and numbered where they begin. */
export function AnnotatedText({ text, title, marks, over, choose, nameOfRecord }: TextProps) {
  const shown = useMemo(() => visible(text), [text]);
  const paragraphs = useMemo(() => paragraphsOf(text, marks), [text, marks]);

  const reference = (record: string) => (
    <button
      key={record}
      type="button"
      class="reference"
      data-record={record}
      aria-label={nameOfRecord(record)}
      onClick={() => choose(record)}
      onFocus={() => over(record)}
      onBlur={() => over(null)}
    >
      {record.slice(1)}
    </button>
  );

  const piece = ({ start, end, marks: here }: Piece) => {
    const words = shown.slice(start, end);
    if (here.length === 0) return words;
    const target = innermost(here);
    const trigger = here.find((mark) => mark.part === 'trigger' && mark.start === start);
    const begins = here.filter((mark) => mark.first && mark.start === start && mark.part === 'content');
    const records = [...new Set(here.map(({ record }) => record))].join(' ');
    const pointing = { onMouseEnter: () => over(target), onMouseLeave: () => over(null) };
    const act = (record: string) => ({
      role: 'button' as const,
      tabIndex: 0,
      'aria-label': `${words}: ${nameOfRecord(record)}`,
      onFocus: () => over(record),
      onBlur: () => over(null),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        choose(record);
      },
    });
    return [
      ...begins.map(({ record }) => reference(record)),
      // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the pointer's shorter way; the keyboard has the references and triggers.
      <span
        key={start}
        class={classOf(here)}
        data-r={records}
        {...pointing}
        {...(trigger === undefined ? {} : act(trigger.record))}
        onClick={() => target !== null && choose(trigger?.record ?? target)}
      >
        {words}
      </span>,
    ];
  };

  return (
    <div class="article-text">
      {paragraphs.map(({ start, end, pieces }, at) =>
        at === 0 && title !== null && text.slice(start, end).trim() === title.trim() ? (
          <p key={start} class="headline">
            {pieces.map(piece)}
          </p>
        ) : (
          <p key={start}>{pieces.map(piece)}</p>
        ),
      )}
    </div>
  );
}
