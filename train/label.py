"""Soft labels by a teacher, for the student to learn from.

python label.py --base MPNET --weights teacher.pt --heads attribution --plain --out soft.pickle --silver 700 --gold gold
labels the documents of the training sets that --gold names and N political articles without gold, every head of --heads on every word.
With `events` among the heads the triggers that the teacher sees get its flags and pointers too, where it is sure; with `quotation` the contents.
Articles that stand in a dev set are left out, by id and by their first 200 characters.
"""
import argparse
import pickle
import random
import time

import numpy as np
import torch

import data
from data import HEADS, RELATIONS
from model import POINTER, Network

# A pointer or "none" of the teacher's that is less likely than this teaches nothing.
SURE = 0.6


def silver_docs(count, seed=7):
    dev_ids, dev_starts = set(), set()
    for path in ('attribution/polnear-dev.jsonl', 'gold/dev.jsonl', 'names/worldwide-dev.jsonl'):
        for d in data.lines(f'{data.DATA}/{path}'):
            dev_ids.add(d['id'])
            dev_starts.add(d['text'][:200])
    train = {d['text'][:200] for path in ('attribution/polnear-train.jsonl', 'gold/train.jsonl') for d in data.lines(f'{data.DATA}/{path}')}
    own = data.own_gold_ids()
    pool = [d for d in data.lines(f'{data.DATA}/articles/political-news.jsonl.gz')
            if d['id'] not in dev_ids | own and d['text'][:200] not in dev_starts | train and 1000 < len(d['text']) < 9000]
    random.Random(seed).shuffle(pool)
    return [data.Doc('silver-' + str(d['id']), d['text']) for d in pool[:count]]


def attach(tasks, files):
    """Puts `soft`, flags and pointers of the teachers on the documents; those without gold become the task `silver`."""
    soft, silver = {}, {}
    for path in files:
        with open(path, 'rb') as f:
            got = pickle.load(f)
        for i, heads in got['soft'].items():
            soft.setdefault(i, {}).update(heads)
        for i, t in got['silver']:
            if i not in silver:
                silver[i] = data.Doc(i, t)
            flags, pointers = got['asserted'].get(i, ((), ()))
            silver[i].flags += flags
            silver[i].pointers += pointers
    tasks['silver'] = list(silver.values())
    for docs in tasks.values():
        for d in docs:
            if d.id in soft:
                d.soft = soft[d.id]


def told(net, cls, h, wmask, tags, heads):
    """Flags and pointers of one batch: for each window ([(word, four flags)], [(relation, word, targets)]), words counted from the window's first."""
    B, m = h.shape[:2]
    q = net.query(h).view(B, m, len(RELATIONS), POINTER).float()
    k = net.key(torch.cat([cls[:, None], h], 1)).view(B, m + 1, len(RELATIONS), POINTER).float()
    flags = torch.sigmoid(net.flags(h).float())
    valid = torch.cat([torch.ones(B, 1, dtype=torch.bool), wmask], 1)
    out = []
    for b in range(B):
        F, P = [], []
        for head, relations in (('events', ('trigger-actor', 'trigger-recipient')), ('quotation', ('content-cue', 'content-source', 'content-speaker'))):
            if head not in heads:
                continue
            best = tags[head][b].argmax(-1)
            for w in range(int(wmask[b].sum())):
                label = HEADS[head][int(best[w])]
                if not label.startswith('B-') or (head == 'quotation' and label != 'B-content'):
                    continue
                if head == 'events':
                    F.append((w, [round(float(x), 3) for x in flags[b, w]]))
                for r in relations:
                    R = RELATIONS.index(r)
                    p = (k[b, :, R] @ q[b, w, R] / POINTER ** 0.5).masked_fill(~valid[b], -1e4).softmax(-1)
                    top = int(p.argmax())
                    if float(p[top]) >= SURE:
                        P.append((r, w, {top - 1} if top else set()))
        out.append((F, P))
    return out


def main():
    from train import Pieces, batches_of, collate, prepare
    a = argparse.ArgumentParser()
    a.add_argument('--base', required=True)
    a.add_argument('--weights', required=True)
    a.add_argument('--out', required=True)
    a.add_argument('--heads', default='attribution')
    a.add_argument('--gold', default='', help='training sets to label too: attribution,gold')
    a.add_argument('--silver', type=int, default=300)
    a.add_argument('--minutes', type=float, default=1e9)
    a.add_argument('--plain', action='store_true')
    a.add_argument('--threads', type=int, default=1)
    o = a.parse_args()
    torch.set_num_threads(o.threads)
    heads = o.heads.split(',')
    net = Network(o.base)
    net.load_state_dict(torch.load(o.weights))
    net.eval().bfloat16()
    pieces = Pieces(o.base, o.plain)
    tasks = data.load()
    silver = silver_docs(o.silver)
    docs = silver + [d for t in o.gold.split(',') if t for d in tasks[t]]
    prepare(docs, pieces)
    soft = {d.id: {k: np.zeros((len(d.words), len(HEADS[k])), np.float16) for k in heads} for d in docs}
    asserted = {d.id: ([], []) for d in silver}
    started, done = time.time(), 0
    batches = []
    for i in range(0, len(docs), 60):  # in the order of the documents, so that what is done by --minutes is whole documents
        batches += batches_of('label', docs[i:i + 60], 4096, random.Random(1), lambda: 254)
    for _, batch in batches:
        if (time.time() - started) / 60 > o.minutes:
            break
        ids, feats, mask, firsts, wmask = collate(batch, pieces)
        with torch.no_grad():
            cls, h = net.hidden(ids, feats, firsts, mask)
            tags = {k: net.heads[k](h).float().softmax(-1) for k in heads}
            extra = told(net, cls, h, wmask, tags, heads) if 'events' in heads else None
        for b, (d, i, j, _) in enumerate(batch):
            for k in heads:
                soft[d.id][k][i:j] = tags[k][b, :j - i].numpy()
            if extra and d.id in asserted:
                F, P = extra[b]
                asserted[d.id][0].extend((i + w, f) for w, f in F)
                asserted[d.id][1].extend((r, i + w, {i + t for t in ts}) for r, w, ts in P)
        done += 1
        if done % 20 == 0:
            print(done, 'of', len(batches), f'{(time.time() - started) / 60:.1f} min', flush=True)
    # Words that no batch reached keep a zero row, which teaches nothing.
    with open(o.out, 'wb') as f:
        pickle.dump({'soft': soft, 'silver': [(d.id, d.text) for d in silver], 'asserted': asserted}, f)


if __name__ == '__main__':
    main()
