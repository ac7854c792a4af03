"""Soft labels by the teacher, for the student to learn from.

python label.py --base MPNET --weights teacher.pt --out soft.pickle --silver 700
labels the training articles of PolNeAR and gold/train (every head on every article) and N political articles without gold.
`--part 0/2` and `--part 1/2` in two processes use two cores better than two threads in one.
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

# One pass teaches the teacher no events worth passing on.
SOFT = ['attribution', 'quotation', 'inner']


def silver_docs(count, seed=7):
    dev_ids, dev_starts = set(), set()
    for path in ('attribution/polnear-dev.jsonl', 'gold/dev.jsonl', 'names/worldwide-dev.jsonl'):
        for d in data.lines(f'{data.DATA}/{path}'):
            dev_ids.add(d['id'])
            dev_starts.add(d['text'][:200])
    train = {d['text'][:200] for path in ('attribution/polnear-train.jsonl', 'gold/train.jsonl') for d in data.lines(f'{data.DATA}/{path}')}
    pool = [d for d in data.lines(f'{data.DATA}/articles/political-news.jsonl.gz')
            if d['id'] not in dev_ids and d['text'][:200] not in dev_starts | train and 1000 < len(d['text']) < 9000]
    random.Random(seed).shuffle(pool)
    return [data.Doc('silver-' + str(d['id']), d['text']) for d in pool[:count]]


def attach(tasks, files):
    """Puts `soft` on the documents; documents without gold become the task `silver`."""
    soft = {}
    silver = []
    for path in files:
        with open(path, 'rb') as f:
            got = pickle.load(f)
        soft.update(got['soft'])
        silver += [data.Doc(i, t) for i, t in got['silver']]
    tasks['silver'] = silver
    for docs in tasks.values():
        for d in docs:
            if d.id in soft:
                d.soft = soft[d.id]


def main():
    from train import Pieces, predict, prepare
    a = argparse.ArgumentParser()
    a.add_argument('--base', required=True)
    a.add_argument('--weights', required=True)
    a.add_argument('--out', required=True)
    a.add_argument('--silver', type=int, default=300)
    a.add_argument('--part', default='0/1', help='i/n: every n-th document from the i-th on, so that two processes share the work')
    a.add_argument('--threads', type=int, default=2)
    o = a.parse_args()
    torch.set_num_threads(o.threads)
    net = Network(o.base)
    net.load_state_dict(torch.load(o.weights))
    pieces = Pieces(o.base)
    tasks = data.load()
    silver = silver_docs(o.silver)
    i, n = map(int, o.part.split('/'))
    silver = silver[i::n]
    docs = (tasks['attribution'] + tasks['gold'])[i::n] + silver
    prepare(docs, pieces)
    soft, started = {}, time.time()
    for done, (d, out) in enumerate(predict(net, docs, pieces, SOFT)):
        soft[d.id] = {k: np.exp(v).astype(np.float16) for k, v in out.items()}
        if done % 100 == 0:
            print(done, "of", len(docs), f'{(time.time() - started) / 60:.1f} min', flush=True)
    with open(o.out, 'wb') as f:
        pickle.dump({'soft': soft, 'silver': [(d.id, d.text) for d in silver]}, f)


if __name__ == '__main__':
    main()
