import { afterAll, beforeAll } from 'vitest';
import { type Database, database } from '../support/postgres.ts';
import { doctorContract } from './doctor.ts';

let own: Database;
let number = 0;
beforeAll(async () => void (own = await database('doctor')));
afterAll(() => own.drop());

doctorContract('PostgreSQL', {
  fresh: () => own.archive(`ill_${number++}`),
  // As a server does that takes rows over from another: nothing is looked after.
  harm: async (name, statements) =>
    void (await own.query(name.replace(/^.*schema=/, ''), 'set session_replication_role = replica', ...statements)),
  words: {
    lost: 'delete from record_words where record = 1',
    ghost: "insert into record_words (record, terms) values (999, 'wghost:1')",
    other: ["update record_words set terms = 'wother:1' where record = 2"],
  },
  bytes: (hex) => `'\\x${hex}'`,
});
