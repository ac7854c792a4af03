import type { ComponentChildren, RefObject } from 'preact';
import { oneLine } from '../../../src/reading/picture/visible.ts';
import type { Reading } from '../../../src/reading/schema.ts';

interface HeadProps {
  readonly reading: Reading;
  readonly heading?: RefObject<HTMLHeadingElement | null>;
  readonly children?: ComponentChildren;
}

/** An address as a link where it is one of the web; anything else (javascript: …) is only words. */
export function Address({ url }: { readonly url: string }) {
  const shown = oneLine(url);
  return /^https?:\/\//i.test(url) ? (
    <a href={url} rel="noopener noreferrer nofollow" target="_blank">
      {shown}
    </a>
  ) : (
    <span>{shown}</span>
  );
}

/** The article's title with what is known of it. */
export function ReadingHead({ reading, heading, children }: HeadProps) {
  const { title, outlet, published, byline, url, dateline } = reading.document;
  return (
    <header class="reading-head">
      <h1 tabIndex={-1} {...(heading === undefined ? {} : { ref: heading })}>
        {title === null ? 'Article without a title' : oneLine(title)}
      </h1>
      <p class="about">
        {outlet !== null && <span>{oneLine(outlet)}</span>}
        {published !== null && <time dateTime={published}>{oneLine(published)}</time>}
        {byline.length > 0 && <span>by {byline.map(oneLine).join(', ')}</span>}
        {dateline !== null && <span>{oneLine(dateline)}</span>}
        {url !== null && <Address url={url} />}
        {children}
      </p>
    </header>
  );
}
