// An engine for processes that are to be killed: it takes `Name said “…”` for a quotation.
import { identify } from '../../dist/reading/identity.js';

export const engine = {
  async read(document) {
    const { origin: _origin, skipped: _skipped, ...described } = document;
    const { text } = document;
    const actors = [];
    const quotations = [...text.matchAll(/([A-Z]\w+) said (“[^”]+”)/gu)].map((match, i) => {
      const id = `a${i + 1}`;
      const [whole, name, content] = match;
      const end = match.index + whole.length;
      actors.push({
        ...{ id, name, kind: 'person', of: null, role: null, country: null, sector: null, wikidata: null },
        mentions: [{ start: match.index, end: match.index + name.length, form: 'name' }],
      });
      return {
        ...{
          id: `q${i + 1}`,
          kind: 'direct',
          content: [{ start: end - content.length, end }],
          cue: null,
          source: null,
          speaker: id,
          speakers: [id],
        },
        ...{ unknown: null, candidates: [], via: [], stance: 'statement', denied: false, hedged: false, hedge: null, score: 1 },
      };
    });
    const reading = {
      ...{ readout: 1, document: { id: identify(text), ...described }, names: [], actors, quotations, events: [], places: [], times: [] },
      ledger: { characters: text.length, read: text.length, skipped: [] },
      engine: { version: '0.0.1', model: `sha256:${'0'.repeat(64)}` },
    };
    return { reading, decisions: [] };
  },
};
