import { useEffect, useRef, useState } from 'preact/hooks';
import { readArticle } from '../api/client.ts';
import type { FreshReading, ToRead } from '../api/forms.ts';
import { announce } from '../parts/live.ts';
import { Trouble } from '../parts/trouble.tsx';
import type { Article } from '../read/article.ts';
import { articleToRead } from '../read/article.ts';
import { ArticleForm } from '../read/article-form.tsx';
import { Keep } from '../read/keep.tsx';
import { ReadingHead } from '../records/reading-head.tsx';
import { ReadingView } from '../records/reading-view.tsx';
import { Marks } from '../text/legend.tsx';

/** What was read last stays while one looks at other views; nothing of it leaves the page. */
let last: { readonly reading: FreshReading; readonly seconds: number; readonly sent: ToRead } | null = null;

/** Paste or drop an article and see it read. */
export function ReadView() {
  const [read, setRead] = useState(last);
  const [error, setError] = useState<unknown>(null);
  const [waiting, setWaiting] = useState(false);
  const result = useRef<HTMLHeadingElement>(null);
  const asked = useRef<AbortController | null>(null);

  useEffect(() => () => asked.current?.abort(), []);

  const submit = async (article: Article) => {
    asked.current?.abort();
    const abort = new AbortController();
    asked.current = abort;
    setWaiting(true);
    setError(null);
    announce('Reading…');
    const start = performance.now();
    try {
      const sent = articleToRead(article);
      const reading = await readArticle({ ...sent, why: true }, abort.signal);
      last = { reading, seconds: (performance.now() - start) / 1000, sent };
      setRead(last);
      announce(`Read: ${reading.quotations.length} quotations and ${reading.events.length} events.`);
      requestAnimationFrame(() => result.current?.focus());
    } catch (refused) {
      if (!abort.signal.aborted) setError(refused);
    } finally {
      if (asked.current === abort) setWaiting(false);
    }
  };

  const again = () => {
    last = null;
    setRead(null);
    announce('Ready for another article.');
  };

  if (read === null)
    return (
      <>
        <h1>Read an article</h1>
        <p class="lead">Who said what, who did what to whom, where, when, and on whose word. Nothing is kept unless you say so.</p>
        <Trouble error={error} />
        <div class="read-start">
          <ArticleForm waiting={waiting} submit={submit} />
          <section aria-labelledby="marks-title">
            <h2 id="marks-title">What will be lit</h2>
            <Marks />
            <p>Beside the text: who speaks and through whom, what is hedged or denied, who did what to whom, and why Readout thinks so.</p>
          </section>
        </div>
      </>
    );
  const { reading, seconds, sent } = read;
  return (
    <>
      <ReadingHead reading={reading} heading={result}>
        <span>read in {seconds.toFixed(1)} s</span>
        <Keep key={reading.document.id} article={sent} document={reading.document.id} record={null} />
        <button type="button" onClick={again}>
          Read another
        </button>
      </ReadingHead>
      <ReadingView
        key={reading.document.id}
        reading={reading}
        askWhy={async (record) => (reading.why ?? []).filter((decision) => decision.record === record)}
      />
    </>
  );
}
