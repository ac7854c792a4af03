"""Weights of the features of flags: python train/flags.py features.jsonl > data/flags.tsv (features from flags-features.mjs). Prints five-fold figures to standard error.

Logistic regression of each flag (L2 and L1, accelerated proximal gradient); features seen fewer than six times are left out."""
import collections, json, sys
import numpy as np

LEAST, L2, L1, STEPS = 6, 3.0, 0.6, 150
FLAGS = ['negated', 'hypothetical', 'future', 'historical']
HEAD = """# Weights of the features by which an act is told to be negated, hypothetical, future, historical (src/extract/events/flags), learnt by train/flags.py from the annotated articles of gold/train
# (weights of single words and dates; no text of theirs is here). A feature names words before the act (1, 2, 3 of them away, 12, 23 and 123 together; near, far, over a mark), its own words,
# those after it, its type, the cue of the quotation that it stands in, and how far its date lies from publication. Apache-2.0.
"""

def fit(X, Y):
    v = np.random.RandomState(0).rand(X.shape[1]).astype(np.float32)
    for _ in range(15):
        v = X.T @ (X @ v)
        v /= np.linalg.norm(v)
    lipschitz = float(np.linalg.norm(X @ v) ** 2) / 4 + L2
    W = np.zeros((X.shape[1], Y.shape[1]), np.float32)
    Z, t = W.copy(), 1.0
    for _ in range(STEPS):
        G = X.T @ (1 / (1 + np.exp(-(X @ Z))) - Y)
        G[:-1] += L2 * Z[:-1]
        N = Z - G / lipschitz
        R = np.sign(N) * np.maximum(np.abs(N) - L1 / lipschitz, 0)
        R[-1] = N[-1]  # the bias is not drawn to nothing
        t, before = (1 + (1 + 4 * t * t) ** 0.5) / 2, t
        Z, W = R + (before - 1) / t * (R - W), R
    return W

def main():
    rows = [json.loads(line) for line in open(sys.argv[1])]
    seen = collections.Counter(feature for row in rows for feature in row['features'])
    vocabulary = sorted(feature for feature, n in seen.items() if n >= LEAST and len(feature) < 60)
    index = {feature: i for i, feature in enumerate(vocabulary)}
    X = np.zeros((len(rows), len(vocabulary) + 1), np.float32)
    X[:, -1] = 1
    for i, row in enumerate(rows):
        X[i, [index[feature] for feature in row['features'] if feature in index]] = 1
    Y = np.array([row['flags'] for row in rows], np.float32)
    fold = np.array([sum(map(ord, row['id'])) % 5 for row in rows])
    P = np.zeros_like(Y)
    for k in range(5):
        P[fold == k] = 1 / (1 + np.exp(-(X[fold == k] @ fit(X[fold != k], Y[fold != k]))))
    for least in (0.25, 0.3, 0.35, 0.4, 0.5):
        hit = ((P >= least) * Y).sum()
        print(f'from {least}: precision {hit / (P >= least).sum():.3f} recall {hit / Y.sum():.3f}', file=sys.stderr)
    W = fit(X, Y)
    row = lambda name, weights: '\t'.join([name, *('' if abs(w) < 0.03 else f'{w:.2f}' for w in weights)]).rstrip('\t') + '\n'
    sys.stdout.write(HEAD + '\t'.join(['feature', *FLAGS]) + '\n' + row('bias', W[-1]))
    for i, name in enumerate(vocabulary):
        if np.abs(W[i]).max() >= 0.06:
            sys.stdout.write(row(name, W[i]))

main()
