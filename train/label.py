"""Soft labels by a teacher, for the student to learn from.

python label.py --base MPNET --weights teacher.pt --heads attribution --plain --out soft.pickle --silver 700 --gold gold
labels the documents of the training sets that --gold names and N political articles without gold, every head of --heads on every word.
Articles that stand in a dev set are left out, by id and by their first 200 characters.
"""
import argparse
import pickle
import random
import time

import numpy as np
import torch

import data
from data import HEADS
from model import Network

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
    """Puts the teacher's `soft` labels on the documents; those without gold become the task `silver`."""
    soft, silver = {}, {}
    for path in files:
        with open(path, 'rb') as f:
            got = pickle.load(f)
        for i, heads in got['soft'].items():
            soft.setdefault(i, {}).update(heads)
        for i, t in got['silver']:
            silver.setdefault(i, data.Doc(i, t))
    tasks['silver'] = list(silver.values())
    for docs in tasks.values():
        for d in docs:
            if d.id in soft:
                d.soft = soft[d.id]


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
    started, done = time.time(), 0
    batches = []
    for i in range(0, len(docs), 60):  # in the order of the documents, so that what is done by --minutes is whole documents
        batches += batches_of('label', docs[i:i + 60], 4096, random.Random(1), lambda: 254)
    for _, batch in batches:
        if (time.time() - started) / 60 > o.minutes:
            break
        ids, feats, mask, firsts, wmask = collate(batch, pieces)
        with torch.no_grad():
            _, h = net.hidden(ids, feats, firsts, mask)
            tags = {k: net.heads[k](h).float().softmax(-1) for k in heads}
        for b, (d, i, j, _) in enumerate(batch):
            for k in heads:
                soft[d.id][k][i:j] = tags[k][b, :j - i].numpy()
        done += 1
        if done % 20 == 0:
            print(done, 'of', len(batches), f'{(time.time() - started) / 60:.1f} min', flush=True)
    # Words that no batch reached keep a zero row, which teaches nothing.
    with open(o.out, 'wb') as f:
        pickle.dump({'soft': soft, 'silver': [(d.id, d.text) for d in silver]}, f)


if __name__ == '__main__':
    main()
