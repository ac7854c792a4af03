"""Articles for an annotator, and an annotator's files turned into offsets.

python annotate.py show ID…                       prints the articles as numbered paragraphs, as the guide (../shared/data/gold/guide.md) wants them
python annotate.py check FILE…                    tells what does not resolve: spans, actors, types
python annotate.py place --out gold FILE…         writes FILE's annotation with UTF-16 offsets and without the text

An annotator writes spans as {"p": paragraph, "t": words, "k": occurrence}; the program finds the words and never chooses them.
"""
import argparse
import json
import os
import sys

import data

PARTS = {'political-news': 'articles/political-news.jsonl.gz', 'polnear-train': 'attribution/polnear-train.jsonl', 'tbaq': 'times/tbaq.jsonl'}
FLAGS = data.FLAGS


def articles(ids):
    """id -> (set, document) of the articles asked for."""
    wanted, found = set(ids), {}
    for name, path in PARTS.items():
        for d in data.lines(f'{data.DATA}/{path}'):
            if str(d['id']) in wanted:
                found[str(d['id'])] = (name, d)
    return found


def lines_of(text):
    """Paragraphs with something in them: [(start, end)] in code points."""
    return data.paragraphs(text)


def show(ids):
    for i, (_, d) in articles(ids).items():
        yield f"### {i}\ntitle: {d.get('title', '')}\npublished: {d.get('date') or d.get('published') or 'unknown'}\n" + \
            '\n'.join(f"[{n}] {d['text'][s:e]}" for n, (s, e) in enumerate(lines_of(d['text']), 1)) + '\n'


def utf16(text, at):
    return at + sum(ord(c) > 0xFFFF for c in text[:at])


class Placed:
    """One annotation against its text; `wrong` gathers what does not resolve."""

    def __init__(self, text):
        self.text, self.paras, self.wrong = text, lines_of(text), []

    def span(self, s, where):
        if s is None:
            return None
        try:
            start, end = self.paras[s['p'] - 1]
            at = start - 1
            for _ in range(s.get('k', 1)):
                at = self.text.find(s['t'], at + 1, end)
                if at < 0 or not s['t']:
                    raise LookupError
            return [utf16(self.text, at), utf16(self.text, at + len(s['t']))]
        except (LookupError, KeyError, TypeError):
            self.wrong.append(f'{where}: {json.dumps(s, ensure_ascii=False)} does not stand there')
            return None

    def spans(self, ss, where):
        return [x for x in (self.span(s, where) for s in ss or []) if x]

    def actors(self, ids, known, where):
        for i in data.as_list(ids):
            if i not in known:
                self.wrong.append(f'{where}: no actor {i}')
        return ids


def place(g, text):
    p = Placed(text)
    known = {a['id'] for a in g['actors']}
    quotations, events = [], []
    for n, q in enumerate(g['quotations'], 1):
        w = f'quotation {n}'
        if q['kind'] not in ('direct', 'indirect', 'mixed'):
            p.wrong.append(f"{w}: kind {q['kind']}")
        content = p.spans(q['content'], w + ' content')
        if not content:
            p.wrong.append(f'{w}: no content')
        quotations.append({'kind': q['kind'], 'content': content, 'cue': p.span(q['cue'], w + ' cue'), 'source': p.span(q['source'], w + ' source'),
                           'speaker': p.actors(q['speaker'], known, w), 'via': p.actors(q.get('via', []), known, w), 'hedged': bool(q.get('hedged'))})
    for n, e in enumerate(g['events'], 1):
        w = f'event {n}'
        if e['type'] not in data.EVENT_TYPES:
            p.wrong.append(f"{w}: type {e['type']}")
        trigger = p.span(e['trigger'], w + ' trigger')
        events.append({'type': e['type'], 'trigger': trigger, **{f: p.actors(e[f], known, w) for f in ('actor', 'recipient')},
                       **{f: bool(e.get(f)) for f in FLAGS}, 'place': e.get('place'), 'date': e.get('date'), 'said_by': p.actors(e.get('said_by'), known, w),
                       'hedge': p.span(e.get('hedge'), w + ' hedge'), **{f: p.spans(e.get(f), f'{w} {f}') for f in ('actor_at', 'recipient_at')}})
    return {'id': g['id'], 'actors': g['actors'], 'quotations': quotations, 'events': [e for e in events if e['trigger']]}, p.wrong


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('what', choices=('show', 'check', 'place'))
    a.add_argument('names', nargs='+')
    a.add_argument('--out', default='gold')
    o = a.parse_args()
    if o.what == 'show':
        print('\n'.join(show(o.names)))
        return
    files = {}
    bad = 0
    for f in o.names:
        try:
            files[f] = json.load(open(f, encoding='utf-8'))
        except ValueError as e:
            bad += 1
            print(f'{f}: not JSON: {e}')
    texts = articles([g['id'] for g in files.values()])
    for f, g in files.items():
        try:
            placed, wrong = place(g, texts[g['id']][1]['text'])
        except (KeyError, TypeError) as e:
            placed, wrong = None, [f'{type(e).__name__} {e}']
        bad += bool(wrong)
        for w in wrong:
            print(f'{f}: {w}')
        print(f"{f}: {len(g['quotations'])} quotations, {len(g['events'])} events" + ('' if wrong else ', all resolve'))
        if o.what == 'place' and not wrong:
            os.makedirs(o.out, exist_ok=True)
            with open(os.path.join(o.out, os.path.basename(f)), 'w', encoding='utf-8') as out:
                json.dump({'set': texts[g['id']][0], **placed}, out, ensure_ascii=False)
                out.write('\n')
    sys.exit(1 if bad else 0)


if __name__ == '__main__':
    main()
