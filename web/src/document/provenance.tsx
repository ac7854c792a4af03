import { oneLine } from '../../../src/reading/picture/visible.ts';
import type { KeptDocument } from '../api/forms.ts';
import { Address } from '../records/reading-head.tsx';
import { href } from '../route.ts';

function Printings({ printings }: Pick<KeptDocument, 'printings'>) {
  return (
    <ul>
      {printings.map(({ url, input, outlet, published, original }, at) => (
        <li key={at}>
          {outlet !== null && <strong>{oneLine(outlet)} </strong>}
          {url === null ? <code>{oneLine(input.uri ?? input.id ?? 'standard input')}</code> : <Address url={url} />}
          {published !== null && <time dateTime={published}> {oneLine(published)}</time>}
          <br />
          <span class="kind">its bytes: </span>
          <code class="hash">{original}</code>
        </li>
      ))}
    </ul>
  );
}

function Versions({ versions, id }: Pick<KeptDocument, 'versions'> & { readonly id: string }) {
  return (
    <>
      {versions.map(({ address, versions: texts }) => (
        <section key={address}>
          <h2>Versions at {oneLine(address)}</h2>
          <ol>
            {texts.map((version) => (
              <li key={version.id}>
                {version.id === id ? 'this text' : <a href={href('document', version.id)}>another text</a>}
                {', '}
                {version.published === null ? `seen ${version.seen.slice(0, 10)}` : oneLine(version.published)}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

/** Where else the text was found, what stood at its addresses before and after, and its near copies. */
export function Provenance({ kept }: { readonly kept: KeptDocument }) {
  const { id } = kept.reading.document;
  const others = kept.story.filter((other) => other !== id);
  return (
    <div class="provenance">
      <h2>Where it was printed</h2>
      <Printings printings={kept.printings} />
      <Versions versions={kept.versions} id={id} />
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
