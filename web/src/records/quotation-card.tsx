import { useState } from 'preact/hooks';
import { slice } from '../../../src/document/span.ts';
import { namesOf, type People, positionOf } from '../../../src/reading/picture/people.ts';
import { oneLine } from '../../../src/reading/picture/visible.ts';
import type { Quotation, Reading } from '../../../src/reading/schema.ts';
import { CorrectForm } from '../corrections/correct-form.tsx';
import { ReviewBar } from '../corrections/review-bar.tsx';
import type { Pointing } from '../text/annotated-text.tsx';
import { type Beyond, OriginalLink, PersonLink } from './beyond.tsx';
import { LineageBody, LineageButton, useLineage } from './lineage.tsx';
import { kindNames, quotationFlags, Score, Tags } from './tags.tsx';
import { type AskWhy, useWhy, WhyBody, WhyButton } from './why.tsx';

interface CardProps extends Pointing {
  readonly reading: Reading;
  readonly people: People;
  readonly quotation: Quotation;
  readonly askWhy: AskWhy;
  readonly beyond: Beyond;
  seeWords(record: string): void;
  /** The record is gone: one goes on with its neighbour. */
  gone(record: string): void;
}

/** Who is said to have said it; where nobody can be told, why. */
function speakerWords({ speakers, unknown, candidates }: Quotation, people: People): string {
  if (speakers.length > 0) return namesOf(people, speakers);
  return unknown === 'ambiguous' && candidates.length > 0 ? `Unclear: ${namesOf(people, candidates, 'or')}` : 'Nobody named';
}

/** Through whom the words came, innermost first: said Ponomarev, according to the AP. */
function Chain({ quotation, people }: { readonly quotation: Quotation; readonly people: People }) {
  if (quotation.via.length === 0) return null;
  return (
    <p class="chain">
      {quotation.via.map((id) => (
        <span key={id}>
          <span aria-hidden="true">← </span>according to <strong>{namesOf(people, [id])}</strong>{' '}
        </span>
      ))}
    </p>
  );
}

export function QuotationCard({ reading, people, quotation, askWhy, beyond, over, seeWords, gone }: CardProps) {
  const { id, kind, content, cue, speaker, answers } = quotation;
  const why = useWhy(id, askWhy);
  const lineage = useLineage(beyond.idOf?.(id) ?? null);
  const [correcting, setCorrecting] = useState(false);
  const { text } = reading.document;
  const position = quotation.speakers.length === 1 && speaker !== null ? positionOf(people, speaker) : '';
  return (
    <li
      class="card"
      data-card={id}
      id={`card-${id}`}
      tabIndex={-1}
      onMouseEnter={() => over(id)}
      onMouseLeave={() => over(null)}
      onFocusCapture={() => over(id)}
      onBlurCapture={() => over(null)}
    >
      <div class="card-head">
        <button
          type="button"
          class="number"
          aria-label={`Quotation ${id.slice(1)}: show its words in the text`}
          onClick={() => seeWords(id)}
        >
          {id.slice(1)}
        </button>
        <h3 class={speaker === null ? 'speaker unknown' : 'speaker'}>
          <PersonLink actor={quotation.speakers.length === 1 ? speaker : null} beyond={beyond}>
            {speakerWords(quotation, people)}
          </PersonLink>
          {position !== '' && <span class="position"> {position}</span>}
        </h3>
        <Score score={quotation.score} />
      </div>
      <Chain quotation={quotation} people={people} />
      <blockquote class="words">
        {content.map((span, at) => (
          <span key={span.start} class={`lit content ${kind}`}>
            {at > 0 ? '… ' : ''}
            {oneLine(slice(text, span))}
          </span>
        ))}
      </blockquote>
      <div class="card-foot">
        <span class="kind">
          {kindNames[kind]}
          {cue !== null && (
            <>
              {' · '}
              <span class="lit cue">{oneLine(slice(text, cue))}</span>
            </>
          )}
        </span>
        <Tags words={quotationFlags(quotation)} />
        {answers != null && (
          <button type="button" class="quiet-button" onClick={() => seeWords(answers)}>
            answers {answers.slice(1)}
          </button>
        )}
        <OriginalLink record={id} beyond={beyond} />
        {beyond.idOf !== undefined && <LineageButton record={id} lineage={lineage} />}
        <WhyButton record={id} why={why} />
      </div>
      <WhyBody why={why} />
      <LineageBody lineage={lineage} />
      {beyond.review !== undefined && (
        <ReviewBar
          record={id}
          review={beyond.review}
          correcting={correcting}
          correct={() => setCorrecting(!correcting)}
          gone={() => gone(id)}
        />
      )}
      {correcting && beyond.idOf !== undefined && (
        <CorrectForm
          record={quotation}
          id={beyond.idOf(id)}
          people={people}
          close={() => {
            setCorrecting(false);
            document.getElementById(`card-${id}`)?.focus();
          }}
        />
      )}
    </li>
  );
}
