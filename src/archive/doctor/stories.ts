import type { Driver } from '../driver.ts';
import { documentId } from '../ids.ts';
import { bandsOf, signatureOf } from '../minhash.ts';
import { joinStory } from '../story.ts';
import type { Check } from './check.ts';
import { soundReading } from './records.ts';

/** Forgets all likeness and finds it again. */
async function again(driver: Driver): Promise<void> {
  await driver.write(async (trx) => {
    await trx.deleteFrom('bands').execute();
    for (const { id, sha } of await trx.selectFrom('documents').select(['id', 'sha']).execute()) {
      const reading = await soundReading({ ...driver, db: trx }, id);
      const signature = reading && signatureOf(reading.document.text);
      await trx.updateTable('documents').set({ story: sha, signature }).where('id', '=', id).execute();
      await joinStory(trx, id);
    }
  });
}

/** Every story is named by its least text, every signature is its text's and stands in its bands. */
export const storiesCheck: Check = {
  name: 'stories',
  async *look(driver) {
    const { db } = driver;
    const least = await db
      .selectFrom('documents')
      .select((eb) => ['story', eb.fn.min('sha').as('least')])
      .groupBy('story')
      .execute();
    let wrong = least.find((row) => row.story !== row.least)?.story ?? null;
    for (const { id, sha, signature } of await db.selectFrom('documents').select(['id', 'sha', 'signature']).execute()) {
      const reading = await soundReading(driver, id);
      if (reading === null) continue;
      const should = signatureOf(reading.document.text);
      const bands = new Set((await db.selectFrom('bands').select('band').where('document', '=', id).execute()).map(({ band }) => band));
      const same = should === null ? signature === null : signature !== null && Buffer.compare(should, signature) === 0;
      if (!same || !(should === null ? bands.size === 0 : bandsOf(should).every((band) => bands.has(band)))) wrong ??= sha;
    }
    if (wrong !== null) yield { about: documentId(wrong), message: 'The stories are not those of the texts.', mend: () => again(driver) };
  },
};
