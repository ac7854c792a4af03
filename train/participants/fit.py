"""Weights of the participants of events: python train/participants/fit.py CANDIDATES.jsonl… --seen CANDIDATES.jsonl… --gold FOLDER… > src/extract/events/participants/weights.ts

A softmax over candidates and "nobody" for each role (candidates from candidates.ts, over articles that the network has not been trained on: where it has,
its pointers are surer than they will ever be again). A candidate is right when it is one of the annotated actors by the loose comparison of names of
../shared/score/score.py. Prints the share of acts with actor, recipient and both right, five-fold over articles, to standard error."""
import argparse
import glob
import json
import os
import re
import sys

import numpy as np
import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', '..', '..', 'shared', 'score'))
import score as S  # noqa: E402

KINDS = 6
TWO_SIDED = ('CONSULT', 'AGREE', 'COOPERATE')
FEATURES = open(os.path.join(os.path.dirname(__file__), '..', '..', 'src', 'extract', 'events', 'participants', 'features.ts'), encoding='utf-8').read()
FEATURES = re.findall(r"'(.+)',\n", FEATURES[FEATURES.index('FEATURES = ['):FEATURES.index('] as const')])
IS_ACTOR = FEATURES.index('is the actor')


def folder(path):
    return {g['id']: g for g in (json.load(open(f, encoding='utf-8')) for f in glob.glob(path + '/*.json'))}


def choices(paths, gold):
    """(id, event index, role, features of candidates, columns, right, taken) of every choice whose act is annotated."""
    for p in paths:
        for line in open(p, encoding='utf-8'):
            c = json.loads(line)
            g = gold.get(c['id'])
            if g is None:
                continue
            a, b = c['trigger']
            hit = [(min(b, e['trigger'][1]) - max(a, e['trigger'][0]), n) for n, e in enumerate(g['events']) if e['type'] == c['type']]
            hit = max(hit, default=(0, -1))
            if hit[0] <= 0:
                continue
            e = g['events'][hit[1]]
            acts = {x['id']: x for x in g['actors']}
            want = [acts.get(i) for i in e[c['role']]]
            if c['type'] in TWO_SIDED:
                # The order of the sides is free, but the second is another than the first.
                want = [acts.get(i) for i in dict.fromkeys(e['actor'] + e['recipient'])]
                if c['role'] == 'recipient':
                    first = [k['n'] for k in c['candidates'] if k['n'] is not None and k['f'][IS_ACTOR]]
                    want = [w for w in want if not any(S.is_actor(w, n) for n in first)] or want
            right = [(not want) if k['n'] is None else any(S.is_actor(w, k['n']) for w in want) for k in c['candidates']]
            yield c['id'], hit[1], c['role'], c['type'], c['candidates'], right


class Table:
    """Choices of one role as one long list of rows with the choice that each belongs to."""

    def __init__(self, rows):
        self.rows = rows
        self.own, self.F, self.N, self.col, self.none, self.right, self.taken = [], [], [], [], [], [], []
        width = max(len(k['f']) for r in rows for k in r[4] if k['n'] is not None)
        nw = max(len(k['f']) for r in rows for k in r[4] if k['n'] is None)
        for i, r in enumerate(rows):
            for k, ok in zip(r[4], r[5]):
                none = k['n'] is None
                self.own.append(i)
                self.F.append([0.0] * width if none else k['f'])
                self.N.append(k['f'] if none else [0.0] * nw)
                self.col.append(KINDS * 16 + k['c'] if none else k['c'])
                self.right.append(ok)
                self.taken.append(k['t'])
        t = lambda x, d=torch.float32: torch.tensor(x, dtype=d)
        self.own, self.F, self.N, self.col = t(self.own, torch.long), t(self.F), t(self.N), t(self.col, torch.long)
        self.right, self.taken = t(self.right, torch.bool), t(self.taken)

    def scores(self, w):
        return self.F @ w['features'] + self.N @ w['none'] + w['columns'][self.col]

    def loss(self, w):
        s = self.scores(w)
        n = len(self.rows)
        top = torch.full((n,), -1e9).scatter_reduce(0, self.own, s.detach(), 'amax')
        e = torch.exp(s - top[self.own])
        all_ = torch.zeros(n).index_add(0, self.own, e)
        good = torch.zeros(n).index_add(0, self.own, e * self.right)
        can = torch.zeros(n).index_add(0, self.own, self.right.float()) > 0
        return -(torch.log((good + 1e-9) / all_))[can].mean()

    def picked(self, w):
        s = self.scores(w).detach().numpy()
        best = {}
        for row, i in enumerate(self.own.tolist()):
            if i not in best or s[row] > s[best[i]]:
                best[i] = row
        return {self.rows[i][:2]: bool(self.right[row]) for i, row in best.items()}

    def before(self):
        ok = {r[:2]: False for r in self.rows}
        for row, i in enumerate(self.own.tolist()):
            if self.taken[row] and self.right[row]:
                ok[self.rows[i][:2]] = True
        return ok


def fit(table, l2, prior=None, steps=300):
    """Weights near `prior`, or near nothing."""
    nothing = {'features': torch.zeros(table.F.shape[1]), 'none': torch.zeros(table.N.shape[1]), 'columns': torch.zeros((KINDS + 1) * 16)}
    prior = prior or nothing
    w = {k: v.clone().requires_grad_() for k, v in prior.items()}
    opt = torch.optim.LBFGS(list(w.values()), max_iter=steps, history_size=20, line_search_fn='strong_wolfe')

    def closure():
        opt.zero_grad()
        loss = table.loss(w) + l2 * sum((3 if k == 'columns' else 1) * ((v - prior[k]) ** 2).sum() for k, v in w.items())
        loss.backward()
        return loss

    opt.step(closure)
    return {k: v.detach() for k, v in w.items()}


def told(name, actor, recipient):
    both = [actor[k] and recipient[k] for k in actor if k in recipient]
    a, r = np.mean(list(actor.values())), np.mean(list(recipient.values()))
    print(f'{name}: actor {100 * a:.1f} recipient {100 * r:.1f} both {100 * np.mean(both):.1f} of {len(both)}', file=sys.stderr)


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('candidates', nargs='+')
    a.add_argument('--gold', nargs='+', required=True)
    a.add_argument('--seen', nargs='*', default=[], help='candidates of articles that the network was trained on: only where the weights begin')
    a.add_argument('--l2', type=float, default=0.002)
    a.add_argument('--l2-seen', type=float, default=0.001)
    o = a.parse_args()
    torch.set_num_threads(1)
    gold = {k: v for p in o.gold for k, v in folder(p).items()}
    rows, seen = list(choices(o.candidates, gold)), list(choices(o.seen, gold))
    fold = lambda r: sum(map(ord, r[0])) % 5
    weights, got, was, begun = {}, {}, {}, {}
    for role in ('actor', 'recipient'):
        mine = [r for r in rows if r[2] == role]
        prior = fit(Table([r for r in seen if r[2] == role]), o.l2_seen) if seen else None
        got[role], was[role], begun[role] = {}, {}, {}
        for k in range(5):
            test = Table([r for r in mine if fold(r) == k])
            w = fit(Table([r for r in mine if fold(r) != k]), o.l2, prior)
            got[role].update(test.picked(w))
            was[role].update(test.before())
            if prior:
                begun[role].update(test.picked(prior))
        weights[role] = fit(Table(mine), o.l2, prior)
        print(f'{role}: {len(mine)} choices, a right candidate there {100 * np.mean([any(r[5]) for r in mine]):.1f}', file=sys.stderr)
    told('as dumped', was['actor'], was['recipient'])
    if seen:
        told('by the seen alone', begun['actor'], begun['recipient'])
    told('five-fold', got['actor'], got['recipient'])
    row = lambda v: '[' + ', '.join(f'{x:.2f}'.rstrip('0').rstrip('.') if abs(x) >= 0.005 else '0' for x in v.tolist()) + ']'
    print('/** Weights of the features of `features.ts`, in their order, fitted by train/participants/fit.py. */\nexport const WEIGHTS = {')
    for role, w in weights.items():
        cut = KINDS * 16
        print(f"  {role}: {{ features: {row(w['features'])}, kindByType: {row(w['columns'][:cut])}, none: {row(w['none'])}, noneByType: {row(w['columns'][cut:])} }},")
    print('} as const;')


if __name__ == '__main__':
    main()
