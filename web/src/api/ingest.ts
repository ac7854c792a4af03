import type { Ledger } from '../../../src/archive/ledger.ts';
import { ask, json, Refusal } from './client.ts';
import type { ToRead } from './forms.ts';

interface Told {
  readonly code: string;
  readonly message: string;
  readonly next: string;
}

/** An ingest on the server, as it tells of itself. */
interface Job {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly ledger: Ledger;
  readonly problems: readonly Told[];
  readonly error: Told | null;
}

const over = ({ state }: Job): boolean => state === 'done' || state === 'failed';

/** Follows a job by its events until it has ended. */
function ended(id: string): Promise<Job> {
  return new Promise((resolve, reject) => {
    const events = new EventSource(`/api/jobs/${encodeURIComponent(id)}/events`);
    events.addEventListener('job', (event) => {
      const job = JSON.parse((event as MessageEvent<string>).data) as Job;
      if (!over(job)) return;
      events.close();
      resolve(job);
    });
    events.addEventListener('error', () => {
      events.close();
      reject(new Refusal('The server stopped telling how far it is.', 'Look into the ledger whether the article was kept.', 'NETWORK'));
    });
  });
}

/** Keeps an article that was read. @returns what became of it @throws Refusal */
export async function keepArticle(article: ToRead): Promise<Ledger> {
  const { why: _, ...sent } = article;
  const job = await ask<Job>('/api/ingest', json('POST', 'url' in sent ? { addresses: [sent.url] } : { documents: [sent] }));
  const done = over(job) ? job : await ended(job.id);
  const told = done.error ?? done.problems[0];
  if (told !== undefined) throw new Refusal(told.message, told.next, told.code);
  return done.ledger;
}
