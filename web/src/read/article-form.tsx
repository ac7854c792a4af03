import { useRef, useState } from 'preact/hooks';
import { Refusal } from '../api/client.ts';
import { announce } from '../parts/live.ts';
import { Trouble } from '../parts/trouble.tsx';
import { type Article, articleOfFile, blank } from './article.ts';

interface FormProps {
  readonly waiting: boolean;
  submit(article: Article): void;
}

export function ArticleForm({ waiting, submit }: FormProps) {
  const [article, setArticle] = useState<Article>(blank);
  const [over, setOver] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const empty = article.words.trim() === '';

  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      const taken = await articleOfFile(file);
      setArticle(taken);
      setError(null);
      announce(`${file.name} is taken.`);
      submit(taken);
    } catch (refused) {
      setError(new Refusal((refused as Error).message, '', 'FILE'));
    }
  };
  const example = async () => {
    const { default: words } = await import('../../../examples/soleimani-killed.txt?raw');
    const taken: Article = { ...blank, words, form: 'text' };
    setArticle(taken);
    submit(taken);
  };
  const send = (event: Event) => {
    event.preventDefault();
    if (!empty && !waiting) submit(article);
  };

  return (
    <form
      class={over ? 'article-form over' : 'article-form'}
      aria-busy={waiting}
      onSubmit={send}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <label class="article-field" for="article">
        Article: text, HTML, or an address
      </label>
      <textarea
        id="article"
        rows={12}
        spellcheck={false}
        placeholder="Paste an article, or drop a file here"
        value={article.words}
        onInput={(event) => setArticle({ ...article, words: event.currentTarget.value, form: 'auto' })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
        }}
      />
      <div class="article-about">
        <label>
          <span>Title, if it is not in the text</span>
          <input type="text" value={article.title} onInput={(event) => setArticle({ ...article, title: event.currentTarget.value })} />
        </label>
        <label>
          <span>Published, so that “on Monday” has a date</span>
          <input
            type="date"
            value={article.published}
            onInput={(event) => setArticle({ ...article, published: event.currentTarget.value })}
          />
        </label>
      </div>
      <div class="actions">
        <button type="submit" class="main-button" disabled={empty || waiting}>
          {waiting ? 'Reading…' : 'Read'}
        </button>
        <button type="button" onClick={() => chooser.current?.click()}>
          Choose a file
        </button>
        <input
          ref={chooser}
          class="hidden"
          type="file"
          tabIndex={-1}
          aria-label="A text or HTML file"
          accept=".txt,.html,.htm,.xhtml,.md,text/plain,text/html"
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <button type="button" onClick={example} disabled={waiting}>
          Try it with an example
        </button>
      </div>
      <p class="note">Ctrl + Enter reads. The example is by Wikinews contributors, CC BY 2.5.</p>
      <Trouble error={error} />
    </form>
  );
}
