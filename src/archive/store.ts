import { keepBeside } from './beside.ts';
import { gold } from './corrections/gold.ts';
import { corrections, keepCorrection, makeCorrection, undoCorrection } from './corrections/keep.ts';
import { checkUp } from './doctor/index.ts';
import type { Driver } from './driver.ts';
import { dump, readings } from './dump.ts';
import { facets } from './facets.ts';
import { find } from './find.ts';
import { shaOf } from './ids.ts';
import { claims } from './looks/claims.ts';
import { lineage } from './looks/lineage.ts';
import { network } from './looks/network.ts';
import { places } from './looks/places.ts';
import { quoted } from './looks/quoted.ts';
import { timeline } from './looks/timeline.ts';
import { originalOf } from './original.ts';
import { people, person } from './people/find.ts';
import { peopleIn } from './people/in-document.ts';
import type { Archive } from './port.ts';
import { knownOffer, putOffer } from './put.ts';
import { queueOver } from './queue/over.ts';
import { differences } from './reread/differences.ts';
import { countOutdated, keepReread, outdated } from './reread/reread.ts';
import { runs } from './runs.ts';
import { drawSample, forgetSample, judge, sample, samples, trust } from './sample/keep.ts';
import { show } from './show.ts';
import { keepWatched, watchedAt } from './watched.ts';

/** The archive over a store's driver: what is common to all stores. */
export function archiveOver(driver: Driver): Archive {
  const told = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (error) {
      throw driver.fault(error);
    }
  };
  async function* toldEach<Result>(rows: AsyncIterable<Result>): AsyncGenerator<Result> {
    try {
      yield* rows;
    } catch (error) {
      throw driver.fault(error);
    }
  }
  async function* frozen<Result>(rows: (snapshot: Driver) => AsyncIterable<Result>): AsyncGenerator<Result> {
    const snapshot = await driver.snapshot();
    try {
      yield* rows(snapshot);
    } finally {
      await snapshot.close();
    }
  }
  const checked = async () => {
    const snapshot = await driver.snapshot();
    try {
      return await checkUp(snapshot, { repair: false });
    } finally {
      await snapshot.close();
    }
  };
  const now = () => new Date().toISOString();
  return {
    known: (offer) => told(knownOffer(driver, offer)),
    put: (offer, given, whole) => told(putOffer(driver, offer, given, whole)),
    putBeside: (given) => told(keepBeside(driver, given)),
    original: (id) => told(originalOf(driver.db, shaOf(id))),
    find: (query) => told(find(driver, query)),
    facets: (query) => told(facets(driver, query)),
    document: (id) => told(show(driver, id)),
    readings: () => toldEach(frozen(readings)),
    dump: () => toldEach(frozen(dump)),
    people: (query) => told(people(driver, query)),
    person: (ref) => told(person(driver, ref)),
    peopleIn: (document) => told(peopleIn(driver, document)),
    correct: (asked, note) => told(makeCorrection(driver, asked, note)),
    adopt: (correction, note) => told(driver.write((trx) => keepCorrection(driver, trx, correction, note))),
    undo: (id) => told(undoCorrection(driver, id)),
    corrections: () => told(corrections(driver)),
    gold: () => toldEach(gold(driver)),
    timeline: (query) => told(timeline(driver, query)),
    network: (query) => told(network(driver, query)),
    places: (query) => told(places(driver, query)),
    quoted: (query) => told(quoted(driver, query)),
    claims: (query) => told(claims(driver, query)),
    lineage: (id) => told(lineage(driver, id)),
    draw: (asked) => told(drawSample(driver, asked)),
    sample: (id) => told(sample(driver, id)),
    samples: () => told(samples(driver)),
    judge: (id, judgements) => told(judge(driver, id, judgements)),
    forgetSample: (id) => told(forgetSample(driver, id)),
    trust: () => told(trust(driver)),
    countOutdated: (engine) => told(countOutdated(driver, engine)),
    outdated: (engine) => toldEach(outdated(driver, engine)),
    reread: (reading) => told(keepReread(driver, reading)),
    differences: (query) => toldEach(differences(driver, query)),
    async begin() {
      const made = driver.db.insertInto('runs').values({ started: now() }).returning('id').executeTakeFirstOrThrow();
      return (await told(made)).id;
    },
    async end(run, ledger) {
      await told(
        driver.db
          .updateTable('runs')
          .set({ finished: now(), ledger: JSON.stringify(ledger) })
          .where('id', '=', run)
          .execute(),
      );
    },
    runs: () => told(runs(driver)),
    watched: (address) => told(watchedAt(driver, address)),
    keepWatched: (states) => told(keepWatched(driver, states)),
    queue: queueOver(driver, told),
    doctor: (options) => told(options.repair ? checkUp(driver, options) : checked()),
    close: () => told(driver.close()),
  };
}
