"""Training documents out of ../shared/data, as words with labels for the heads. Nothing here reads a dev set except `dev_*`."""
import glob
import gzip
import json
import os
import re
import pickle
import zlib

from words import features, paragraphs, utf16_to_cp, words

ATTR = ['O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content']
EVENT_TYPES = ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST',
               'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT']
NAME_TYPES = ['PER', 'ORG', 'LOC', 'NORP', 'DATE', 'FACILITY', 'MISC', 'MONEY', 'PRODUCT']
NAMES = ['O'] + [p + '-' + t for t in NAME_TYPES for p in 'BI']
EVENTS = ['O'] + [p + '-' + t for t in EVENT_TYPES for p in 'BI']
HEDGE = ['O', 'B-HEDGE', 'I-HEDGE']
FLAGS = ['negated', 'hypothetical', 'future', 'historical']
RELATIONS = ['content-cue', 'content-source', 'content-speaker', 'antecedent', 'trigger-actor', 'trigger-recipient', 'act-actor', 'act-recipient']
# head -> labels; every one a softmax over words
HEADS = {'attribution': ATTR, 'quotation': ATTR, 'inner': ATTR, 'names': NAMES, 'events': EVENTS, 'hedge': HEDGE}

SHARED = os.environ.get('READOUT_SHARED', os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'shared'))
DATA = os.path.join(SHARED, 'data')


class Doc:
    """words, features, paragraph of each word; labels: head -> list; pointers: [(relation, from word, set of target words)] (empty set = none)"""

    def __init__(self, id, text, paras=None):
        self.id = id
        self.text = text
        self.words = words(text)
        self.paras = paras or paragraphs(text)
        self.features = features(text, self.words, self.paras)
        self.starts = {}
        self.labels = {}
        self.flags = []      # (word, [4 booleans])
        self.pointers = []
        p = -1
        self.para_of = []
        for i, (s, e) in enumerate(self.words):
            while p + 1 < len(self.paras) and s >= self.paras[p + 1][0]:
                p += 1
            self.para_of.append(max(p, 0))
        self._char2word = None

    def span(self, s, e):
        """Words [i, j) that touch the characters [s, e); None when there is none."""
        if self._char2word is None:
            m = [-1] * (len(self.text) + 1)
            for i, (a, b) in enumerate(self.words):
                for c in range(a, b):
                    m[c] = i
            self._char2word = m
        found = [w for w in self._char2word[s:e] if w >= 0]
        return (found[0], found[-1] + 1) if found else None

    def bio(self, head, labels, spans):
        """spans: [(i, j, name)] ; the first to come keeps its words"""
        tags = [0] * len(self.words)
        for i, j, name in spans:
            if any(tags[i:j]):
                continue
            tags[i] = labels.index('B-' + name)
            for k in range(i + 1, j):
                tags[k] = labels.index('I-' + name)
        self.labels[head] = tags


def lines(path):
    opener = gzip.open if path.endswith('.gz') else open
    with opener(path, 'rt', encoding='utf-8') as f:
        for line in f:
            if line.strip():
                yield json.loads(line)


def first_of(spans):
    return min(s[0] for s in spans) if spans else None


def attribution_docs(path):
    for d in lines(path):
        doc = Doc(d['id'], d['text'])
        cp = utf16_to_cp(d['text'])
        spans = []
        for a in d['attributions']:
            got = {k: [w for w in (doc.span(cp(s), cp(e)) for s, e in a[k] or []) if w] for k in ('source', 'cue', 'content')}
            for k in got:
                spans += [(i, j, k) for i, j in got[k]]
            for i, j in got['content']:
                doc.pointers.append(('content-cue', i, {x for x, _ in got['cue']}))
                doc.pointers.append(('content-source', i, {x for x, _ in got['source']}))
        doc.bio('attribution', ATTR, spans)
        yield doc


def name_mentions(doc, name, kind):
    """Last words of the places where an actor's name (or a person's last name) stands in the text."""
    out = set()
    forms = [name]
    parts = name.split()
    if kind == 'person' and len(parts) > 1 and len(parts[-1]) > 2:
        forms.append(parts[-1])
    for form in forms:
        for m in re.finditer(r'(?<!\w)' + re.escape(form) + r'(?!\w)', doc.text):
            w = doc.span(m.start(), m.end())
            if w:
                out.add(w[1] - 1)
    return out


CUTS = {'of', 'in', 'from', 'at', 'on', 'for', 'with', 'by', 'to', 'against', 'near', 'who', 'that', 'which', 'whose', 'armed', 'accused', 'suspected', 'including', 'such', ',', '(', '–', '—'}


PARTS_OF = {'one', 'two', 'three', 'half', 'some', 'many', 'most', 'all', 'none', 'several', 'any', 'few', 'each', 'both', 'dozens', 'scores', 'hundreds', 'thousands',
            'tens', 'millions', 'number', 'majority', 'group', 'handful', 'lot'}


def heads(doc, i, j, last_names):
    """Head words of the actors' phrase [i, j): where an actor's last name stands, else the word before what only describes it further."""
    low = [doc.text[s:e].lower() for s, e in doc.words[i:j]]
    named = {i + low.index(n) for n in last_names if n in low}
    if named:
        return named
    out, part = set(), 0
    for k in range(len(low) + 1):
        if k == len(low) or low[k] == 'and':
            cut = next((c for c in range(part + 1, k) if low[c] in CUTS and not (low[c] == 'of' and low[c - 1] in PARTS_OF)), k)
            while cut > part + 1 and (low[cut - 1] in "'’\"”s" or not low[cut - 1][0].isalnum()):
                cut -= 1  # "Trump's": the head is the name
            if cut > part:
                out.add(i + cut - 1)
            part = k + 1
    return out


def as_list(x):
    return x if isinstance(x, list) else [x] if x else []


def gold_doc(text, g, id):
    doc = Doc(id, text)
    cp = utf16_to_cp(text)
    W = lambda s: doc.span(cp(s[0]), cp(s[1])) if s else None
    kinds = {a['id']: a for a in g['actors']}
    mentions = {a['id']: name_mentions(doc, a['name'], a['kind']) for a in g['actors']}
    for q in g['quotations']:
        s = W(q['source'])
        if s and isinstance(q['speaker'], str) and q['speaker'] in mentions:
            mentions[q['speaker']].add(s[1] - 1)
    for e in g['events']:
        for f in ('actor', 'recipient'):
            at = e.get(f + '_at') or []
            if len(at) == 1 and len(e[f]) == 1 and e[f][0] in mentions:
                w = W(at[0])
                if w:
                    mentions[e[f][0]] |= heads(doc, *w, [])
    # Whoever acts, by whatever word, stands for somebody told of before.
    for e in g['events']:
        for f in ('actor', 'recipient'):
            at = e.get(f + '_at') or []
            if len(at) == 1 and len(as_list(e[f])) == 1 and e[f][0] in mentions and W(at[0]):
                for h in heads(doc, *W(at[0]), []):
                    doc.pointers.append(('antecedent', h, {m for m in mentions[e[f][0]] if m < h}))
    # outer and inner quotations
    Q = g['quotations']
    nested = []
    for i, q in enumerate(Q):
        nested.append(any(j != i and p['content'] != q['content'] and all(any(t[0] <= s[0] and s[1] <= t[1] for t in p['content']) for s in q['content'])
                          for j, p in enumerate(Q)))
    layers = {'quotation': [], 'inner': []}
    for q, n in zip(Q, nested):
        layer = layers['inner' if n else 'quotation']
        content = [w for w in map(W, q['content']) if w]
        cue, source = W(q['cue']), W(q['source'])
        layer += [(*w, 'content') for w in content]
        if cue:
            layer.append((*cue, 'cue'))
        if source:
            layer.append((*source, 'source'))
        speakers = [s for s in as_list(q['speaker']) if s in mentions]
        at = set().union(*[mentions[s] for s in speakers]) if speakers else set()
        for i, j in content:
            if not n:
                doc.pointers.append(('content-cue', i, {cue[0]} if cue else set()))
                doc.pointers.append(('content-source', i, {source[0]} if source else set()))
            doc.pointers.append(('content-speaker', i, at - set(range(i, j)) if at - set(range(i, j)) else at))
        if source and len(speakers) == 1:
            earlier = {m for m in at if m < source[0]}
            doc.pointers.append(('antecedent', source[1] - 1, earlier))
    for k, v in layers.items():
        doc.bio(k, ATTR, v)
    events, hedges = [], []
    for e in g['events']:
        t = W(e['trigger'])
        if not t:
            continue
        events.append((*t, e['type']))
        doc.flags.append((t[0], [bool(e[f]) for f in FLAGS]))
        if e['hedge']:
            h = W(e['hedge'])
            if h:
                hedges.append((*h, 'HEDGE'))
        for f in ('actor', 'recipient'):
            if f + '_at' in e:
                last_names = [kinds[a]['name'].split()[-1].lower() for a in as_list(e[f]) if a in kinds and kinds[a]['kind'] == 'person']
                at = [w for w in map(W, e[f + '_at'] or []) if w]
                doc.pointers.append(('trigger-' + f, t[0], set().union(*[heads(doc, *w, last_names) for w in at])))
            # The same over the whole window: any word by which the article calls whoever it is, in this sentence or another.
            anywhere = set().union(*[mentions[a] for a in as_list(e[f]) if a in mentions]) - set(range(*t))
            if anywhere or not as_list(e[f]):
                doc.pointers.append(('act-' + f, t[0], anywhere))
    doc.bio('events', EVENTS, events)
    doc.bio('hedge', HEDGE, hedges)
    return doc


def gold_docs(split):
    texts = {d['id']: d['text'] for d in lines(f'{DATA}/gold/{split}.jsonl')}
    for f in sorted(glob.glob(f'{DATA}/gold/{split}/*.json')):
        g = json.load(open(f, encoding='utf-8'))
        yield gold_doc(texts[g['id']], g, g['id'])


OWN = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'gold')


def own_gold_ids():
    return {os.path.basename(f)[:-5] for f in glob.glob(f'{OWN}/*.json')}


def held_out(id):
    """One in eight of our own articles is never trained on: thresholds are chosen on these."""
    return zlib.crc32(id.encode()) % 8 == 0


def own_gold_docs():
    """The articles annotated for Readout itself, train/gold, less those held out: offsets without text, which is looked up by set and id."""
    from annotate import articles
    files = {i: f for f in sorted(glob.glob(f'{OWN}/*.json')) for i in [os.path.basename(f)[:-5]] if not held_out(i)}
    found = articles(files)
    for i, f in files.items():
        g = json.load(open(f, encoding='utf-8'))
        yield gold_doc(found[i][1]['text'], g, i)


NAME_OF = {'Person': 'PER', 'Organization': 'ORG', 'Location': 'LOC', 'NORP': 'NORP', 'Date': 'DATE', 'Facility': 'FACILITY', 'Misc': 'MISC', 'Money': 'MONEY', 'Product': 'PRODUCT'}


def names_docs():
    """Worldwide newswire less the documents that the dev file holds."""
    dev = {d['id'] for d in lines(f'{DATA}/names/worldwide-dev.jsonl')}
    for f in sorted(glob.glob(f'{DATA}/names/worldwide/*.tsv')):
        id = os.path.basename(f).replace('.txt.tsv', '').replace('.tsv', '')
        if id in dev:
            continue
        text, spans, open_ = '', [], None
        line_start = True
        for line in open(f, encoding='utf-8'):
            line = line.rstrip('\n')
            if not line.strip():
                if not line_start:
                    text += '\n'
                    line_start = True
                open_ = None
                continue
            cols = line.split('\t')
            token, tag = cols[0].strip(), cols[1].strip() if len(cols) > 1 else 'O'
            if not token:
                continue
            if not line_start:
                text += ' '
            line_start = False
            s = len(text)
            text += token
            kind = NAME_OF.get(tag[2:])
            if kind is None:
                open_ = None
            elif tag.startswith('I-') and open_ and open_[2] == kind:
                open_[1] = len(text)
            else:
                open_ = [s, len(text), kind]
                spans.append(open_)
        doc = Doc(id, text)
        doc.bio('names', NAMES, [(*w, k) for s, e, k in spans for w in [doc.span(s, e)] if w])
        yield doc


def coreference_docs():
    """GUM: from each mention's last word (of its minimal span) to the earlier mentions of its chain."""
    for f in sorted(glob.glob(f'{DATA}/coreference/gum/train/*.conllu')):
        text, newpar, offsets = '', True, []
        opened, mentions = {}, []
        for line in open(f, encoding='utf-8'):
            if line.startswith('# newpar') or line.startswith('# newdoc'):
                newpar = True
            if not line.strip() or line.startswith('#'):
                continue
            c = line.rstrip('\n').split('\t')
            if not c[0].isdigit():
                continue
            if newpar and text:
                text = text.rstrip(' ') + '\n'
            newpar = False
            s = len(text)
            text += c[1]
            i = len(offsets)
            offsets.append((s, len(text)))
            if 'SpaceAfter=No' not in c[9]:
                text += ' '
            m = re.search(r'Entity=([^|]+)', c[9])
            if m:
                for part in re.findall(r'\([^()]*\)?|[^()]+\)', m.group(1)):
                    fields = part.strip('()').split('-')
                    if part.startswith('('):
                        opened.setdefault(fields[0], []).append((i, fields[5] if len(fields) > 5 else '1', fields[1]))
                    if part.endswith(')') and opened.get(fields[0]):
                        a, minimal, kind = opened[fields[0]].pop()
                        nums = [int(x) for x in re.findall(r'\d+', minimal)] or [1]
                        mentions.append((a + max(nums) - 1, fields[0], kind))
        doc = Doc(os.path.basename(f), text)
        seen = {}
        for tok, chain, kind in sorted(mentions):
            if tok >= len(offsets):
                continue
            w = doc.span(*offsets[tok])
            if not w:
                continue
            last = w[1] - 1
            if kind in ('person', 'organization', 'place', 'animal', 'object', 'event', 'abstract', 'substance', 'plant', 'time'):
                if kind in ('person', 'organization', 'place'):
                    doc.pointers.append(('antecedent', last, set(seen.get(chain, ()))))
                seen.setdefault(chain, set()).add(last)
        yield doc


MEANS_SOMEBODY = re.compile(r'[A-Z].*|him|her|them|us|me|you|who|whom|it')


def roles_docs():
    """PropBank: from each predicate to the head of its ARG0, and to the head of its ARG1 or ARG2 where that is a name or a pronoun."""
    by = {}
    for d in lines(f'{DATA}/roles/ewt-train.jsonl'):
        by.setdefault(d['sent_id'].rsplit('-', 1)[0], []).append(d)
    for id, sentences in by.items():
        if id.startswith(('email', 'answers', 'reviews')):
            continue
        text, at = '', []
        for n, d in enumerate(sentences):
            offsets = []
            for t in d['tokens']:
                offsets.append((len(text), len(text) + len(t)))
                text += t + ' '
            at.append(offsets)
            if n % 4 == 3:
                text += '\n'
        doc = Doc('roles-' + id, text)
        for d, offsets in zip(sentences, at):
            W = lambda a: doc.span(offsets[a['start']][0], offsets[a['end'] - 1][1])
            for p in d['predicates']:
                t = doc.span(*offsets[p['index']])
                found = {}
                for a in p['args']:
                    w = W(a)
                    if w and a['role'] in ('ARG0', 'ARG1', 'ARG2'):
                        found[a['role']] = heads(doc, *w, [])
                if not t or p['roleset'].startswith(('be.', 'have.', 'do.')):
                    continue
                if 'ARG0' in found:
                    doc.pointers.append(('trigger-actor', t[0], found['ARG0']))
                for r in ('ARG1', 'ARG2'):
                    who = {h for h in found.get(r, ()) if MEANS_SOMEBODY.fullmatch(doc.text[slice(*doc.words[h])])}
                    if who and 'ARG0' in found:
                        doc.pointers.append(('trigger-recipient', t[0], who))
                        break
        yield doc


def load():
    """All training documents by task; cached since the word splitting takes a minute."""
    cache = os.environ.get('READOUT_TRAIN_CACHE', '/tmp/readout-train.pickle')
    if os.path.exists(cache):
        with open(cache, 'rb') as f:
            return pickle.load(f)
    tasks = {
        'attribution': list(attribution_docs(f'{DATA}/attribution/polnear-train.jsonl')),
        'gold': list(gold_docs('train')) + list(own_gold_docs()),
        'names': list(names_docs()),
        'coreference': list(coreference_docs()),
        'roles': list(roles_docs()),
    }
    for docs in tasks.values():
        for d in docs:
            d._char2word = None  # large, and only needed while labels are placed
    with open(cache, 'wb') as f:
        pickle.dump(tasks, f)
    return tasks


if __name__ == '__main__':
    for k, v in load().items():
        print(k, len(v), 'documents', sum(len(d.words) for d in v), 'words', sum(len(d.pointers) for d in v), 'pointers')
