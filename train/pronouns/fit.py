#!/usr/bin/env python3
"""Fits the weights of src/extract/actors/pronoun-weights.ts: fit.py GOLD_FOLDER SCORE_FOLDER < candidates.jsonl > pronoun-weights.ts (then `npx biome format --write`).

A softmax over the candidates of each pronoun; the loss is that of the candidates that the scorer takes for the gold speaker. 500 steps of Adam, L2 towards
zero (persons) or towards the persons' weights (things, many); the penalty is chosen by five-fold cross-validation over articles, printed to standard error."""
import glob, json, sys
import numpy as np
sys.path.insert(0, sys.argv[2])
import score

actors = {g['id']: {a['id']: a for a in g['actors']} for g in (json.load(open(f)) for f in sorted(glob.glob(sys.argv[1] + '/*.json')))}
KIND = {'he': 'person', 'she': 'person', 'his': 'person', 'her': 'person', 'him': 'person', 'it': 'thing', 'its': 'thing', 'they': 'many', 'their': 'many', 'them': 'many'}
sets = {'person': [], 'thing': [], 'many': []}
for line in sys.stdin:
    d = json.loads(line); kind = KIND.get(d['word']); gold = score.first(actors[d['id']], d['speaker'])
    if kind is None or gold is None: continue
    right = [score.is_actor(gold, c['names']) for c in d['candidates']]
    if any(right): sets[kind].append((d['id'], np.array([c['f'] for c in d['candidates']], float), np.array(right)))

def fit(data, penalty, start):
    w = start.copy(); m = np.zeros_like(w); v = np.zeros_like(w)
    for t in range(1, 501):
        g = 2 * penalty * (w - start)
        for _, X, y in data:
            s = X @ w; e = np.exp(s - s.max()); p = e / e.sum(); q = p * y
            g -= X.T @ (q / q.sum() - p)
        m = .9 * m + .1 * g; v = .999 * v + .001 * g * g
        w -= .05 * (m / (1 - .9 ** t)) / (np.sqrt(v / (1 - .999 ** t)) + 1e-8)
    return w

hits = lambda w, data: [bool(y[np.argmax(X @ w)]) for _, X, y in data]
start, out, held = None, {}, []
for kind, data in sets.items():
    ids = sorted({d[0] for d in data}); zero = np.zeros(data[0][1].shape[1]) if start is None else start
    def validated(penalty):
        found = []
        for fold in range(5):
            test = set(ids[fold::5])
            found += hits(fit([d for d in data if d[0] not in test], penalty, zero), [d for d in data if d[0] in test])
        return 100 * float(np.mean(found))
    best = max((validated(p), p) for p in (.3, 1, 3)); w = fit(data, best[1], zero)
    if start is None: start = w
    held.append(f'{kind} {best[0]:.1f} % of {len(data)}'); print(held[-1], 'penalty', best[1], file=sys.stderr)
    # By hand: the pointer has no part in the fit, and a source is seldom inside other words.
    w[-1] = 1.5; w[-2] = 1.2
    out[kind] = [round(float(x), 2) for x in w]
print(f'''/**
 * Weights of the features of `pronoun-features.ts`, in their order: a softmax over the candidates, fitted by train/pronouns/fit.py on the pronouns that are
 * sources of quotations in the training articles (right by five-fold over articles: {'; '.join(held)}). The last two are set by hand.
 */
export const PRONOUN_WEIGHTS = {{''')
for kind, w in out.items(): print(f'  {kind}: {w},')
print('} as const;')
