import { useState } from 'preact/hooks';
import type { DocumentView as Kept } from '../../../src/archive/view.ts';
import { oneLine } from '../../../src/reading/picture/visible.ts';
import { documentOf, originalAddress, whyOf } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Tabs } from '../parts/tabs.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { Address, ReadingHead } from '../records/reading-head.tsx';
import { ReadingView } from '../records/reading-view.tsx';
import { href, type Route } from '../route.ts';

/** `<12 digits of the hash>:q3`, as the whole archive knows a record. */
const recordId = (document: string, record: string): string => `${document.replace('sha256:', '').slice(0, 12)}:${record}`;

/**
 * The page as it came. Without scripts, forms, pop-ups and an origin: the sandbox allows nothing, and the server says the same again in
 * the answer's own policy.
 */
function Original({ id, title }: { readonly id: string; readonly title: string }) {
  return (
    <div class="original">
      <p class="note">The page as it was kept, without its scripts and without asking any other server for anything.</p>
      <iframe src={originalAddress(id)} sandbox="" referrerpolicy="no-referrer" title={`The original page: ${title}`} />
    </div>
  );
}

/** Where else the text was found, what stood at its addresses before and after, and its near copies. */
function Provenance({ kept, id }: { readonly kept: Kept; readonly id: string }) {
  const others = kept.story.filter((other) => other !== id);
  return (
    <div class="provenance">
      <h2>Printings</h2>
      <ul>
        {kept.printings.map(({ url, input, outlet, published, original }, at) => (
          <li key={at}>
            {outlet !== null && <strong>{oneLine(outlet)} </strong>}
            {url === null ? <code>{oneLine(input.uri ?? input.id ?? 'standard input')}</code> : <Address url={url} />}
            {published !== null && <time dateTime={published}> {oneLine(published)}</time>}
            <br />
            <code class="hash">{original}</code>
          </li>
        ))}
      </ul>
      {kept.versions.map(({ address, versions }) => (
        <div key={address}>
          <h2>Versions at {oneLine(address)}</h2>
          <ol>
            {versions.map((version) => (
              <li key={version.id}>
                {version.id === id ? 'this text' : <a href={href('document', version.id)}>another text</a>}
                {', '}
                {version.published === null ? `seen ${version.seen.slice(0, 10)}` : oneLine(version.published)}
              </li>
            ))}
          </ol>
        </div>
      ))}
      {others.length > 0 && (
        <>
          <h2>Near copies</h2>
          <ul>
            {others.map((other) => (
              <li key={other}>
                <a href={href('document', other)}>
                  <code>{other.slice(0, 19)}</code>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>This text</h2>
      <p>
        <code class="hash">{id}</code>
      </p>
    </div>
  );
}

/** A kept article: its text with the records, the page as it came, and where it came from. */
export function DocumentView({ route }: { readonly route: Route }) {
  const asked = route.id ?? '';
  const { answer, error, waiting } = useAnswer(asked, (signal) => documentOf(asked, signal));
  const [tab, setTab] = useState('text');
  if (answer === null)
    return (
      <>
        <h1>Document</h1>
        {waiting && <p>Fetching…</p>}
        <Trouble error={error} />
      </>
    );
  const { reading } = answer;
  const { id, title } = reading.document;
  return (
    <>
      <ReadingHead reading={reading} />
      <Tabs
        label="The document"
        chosen={tab}
        choose={setTab}
        tabs={[
          { id: 'text', name: 'Text and records' },
          { id: 'original', name: 'Original page' },
          { id: 'provenance', name: 'Where it came from' },
        ]}
      >
        {tab === 'text' && (
          <ReadingView
            key={`${id} ${route.params.get('record') ?? ''}`}
            reading={reading}
            record={route.params.get('record')}
            askWhy={async (record) => (await whyOf(recordId(id, record))).decisions}
          />
        )}
        {tab === 'original' && <Original id={id} title={title === null ? 'without a title' : oneLine(title)} />}
        {tab === 'provenance' && <Provenance kept={answer} id={id} />}
      </Tabs>
    </>
  );
}
