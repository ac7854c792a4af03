"""Learns data/places-weights.tsv: which stretches of a text are toponyms, and which place a name means.

    train/places.py SETS OUT WORK [NAMES]

SETS: folder of lgl.jsonl and tr-news.jsonl. OUT: the weights (read and rewritten). WORK: an empty folder for features; eval/places.ts, bundled, is WORK/eval.mjs:
    npx rolldown eval/places.ts --platform node --format esm --file WORK/eval.mjs
NAMES: folder with the network's tags of both sets, lgl.jsonl and tr-news.jsonl ({"id", "names": [{"start", "end", "type"}]}): with it the `tagged` weights are learnt, without it the `bare` ones.
Then bake them in: node scripts/gazetteer.mjs. HALVES=0 (default) learns on one half of the articles, so that the other stays unseen; needs numpy.
Order matters: spans, then the sense of a name by itself, then by the others' senses (thrice, since each round changes the beliefs), then spans again.
"""
import json, os, subprocess, sys
import numpy as np

HALVES = tuple(int(h) for h in os.environ.get('HALVES', '0').split(','))
SETS = ('lgl', 'tr-news')
# Rare in the sets, plain to people: the building, the sea and the continent are meant, not the hamlet of that name.
PRIOR = {'kind=famous': 3.0, 'people famous': 1.0}
# Until `tagged` weights are learnt: the bare ones and what a tag plainly says.
PLAIN = {'tag none': -1.0, 'sort=tag': 3.0, 'tag PER exact': -5, 'tag PER opens': -5, 'tag PER inside': -5, 'tag PER holds': -3, 'tag PER crosses': -3, 'tag LOC exact': 2.5, 'tag LOC opens': -1,
         'tag LOC inside': -1, 'tag ORG exact': -2, 'tag ORG inside': -.5, 'tag FACILITY exact': .5, 'tag NORP exact': -4, 'tag MISC exact': -1.5, 'tag DATE exact': -3}


def adam(loss, n, steps=400, rate=.05):
    w, m, v = np.zeros(n), np.zeros(n), np.zeros(n)
    for t in range(1, steps + 1):
        g = loss(w)
        m = .9 * m + .1 * g
        v = .999 * v + .001 * g * g
        w = w - rate * (1 if t < steps * .7 else .2) * (m / (1 - .9 ** t)) / (np.sqrt(v / (1 - .999 ** t)) + 1e-8)
    return w


def index(rows, least):
    seen = {}
    for features in rows:
        for name in features: seen[name] = seen.get(name, 0) + 1
    return {name: i for i, name in enumerate(sorted(name for name in seen if seen[name] >= least))}


def sparse(rows, at):
    r, c, x = [], [], []
    for i, features in enumerate(rows):
        for name, value in features.items():
            if name in at: r.append(i); c.append(at[name]); x.append(value)
    return np.array(r), np.array(c), np.array(x, float)


def detect(data, l2=1.0):
    """Logistic regression: is the stretch a toponym?"""
    tune, held = [d for d in data if d['half'] in HALVES], [d for d in data if d['half'] not in HALVES]
    at = index([d['features'] for d in tune], 4)
    r, c, x = sparse([d['features'] for d in tune], at)
    y = np.array([d['right'] for d in tune], float)
    w = adam(lambda w: np.bincount(c, x * (1 / (1 + np.exp(-np.bincount(r, x * w[c], len(tune)))) - y)[r], len(at)) + l2 * w, len(at))
    for name, part in (('learnt on', tune), ('held out', held)):
        if not part: continue
        pr, pc, px = sparse([d['features'] for d in part], at)
        hit = np.bincount(pr, px * w[pc], len(part)) > -.4
        gold = np.array([d['right'] for d in part]) == 1
        print(f'{name}: P {(hit & gold).sum() / max(1, hit.sum()):.3f} R {(hit & gold).sum() / gold.sum():.3f} of {len(part)} candidates', file=sys.stderr)
    return {name: w[i] for name, i in at.items()}


def resolve(data, l2=.5):
    """Conditional logit: which of a name's bearers is meant?"""
    tune, held = [d for d in data if d['half'] in HALVES], [d for d in data if d['half'] not in HALVES]
    at = index([o for d in tune for o in d['options']], 8)

    def flat(part):
        sizes = [len(d['options']) for d in part]
        starts = np.cumsum([0] + sizes)
        return sparse([o for d in part for o in d['options']], at), np.repeat(np.arange(len(part)), sizes), starts, np.array([starts[i] + d['right'] for i, d in enumerate(part)]), np.array([d['weight'] for d in part])
    (r, c, x), group, starts, right, weight = flat(tune)
    prior = np.array([PRIOR.get(name, 0.) for name in at])

    def slope(w):
        z = np.bincount(r, x * w[c], len(group))
        e = np.exp(z - np.maximum.reduceat(z, starts[:-1])[group])
        d = e / np.add.reduceat(e, starts[:-1])[group] * weight[group]
        d[right] -= weight
        return np.bincount(c, x * d[r], len(at)) + l2 * (w - prior)
    w = adam(slope, len(at))
    for name, part in (('learnt on', tune), ('held out', held)):
        if not part: continue
        (pr, pc, px), g, s, ri, _ = flat(part)
        z = np.bincount(pr, px * w[pc], len(g))
        print(f'{name}: {np.mean([z[s[i]:s[i + 1]].argmax() + s[i] == ri[i] for i in range(len(part))]):.3f} of {len(part)} names', file=sys.stderr)
    return {name: w[i] for name, i in at.items()}


def read(path):
    weights = {}
    if os.path.exists(path):
        for line in open(path):
            if line.strip() and line[0] != '#':
                name, weight = line.rstrip('\n').split('\t')
                weights[name] = float(weight)
    return weights


def main(sets, out, work, names=None):
    kept = 'tagged ' if names else 'bare '
    learnt = any(name.startswith('tagged tag') for name in read(out)) and os.environ.get('KEEP_TAGGED') == '1'
    for stage, prefix, learn in (('detect', kept, detect), ('first', 'first ', resolve), ('then', 'then ', resolve), ('then', 'then ', resolve), ('then', 'then ', resolve), ('again', 'again ' + kept, detect)):
        # With tags only the spans are learnt anew: what a name means does not hang on the tags.
        if names and learn is resolve: continue
        data = []
        for name in SETS:
            path = f'{work}/{stage}-{name}.jsonl'
            subprocess.run(['node', f'{work}/eval.mjs', 'features', stage, f'{sets}/{name}.jsonl', path, *([f'{names}/{name}.jsonl'] if names else [])], check=True, env={**os.environ, 'WEIGHTS': out})
            data += [json.loads(line) for line in open(path) if line.strip()]
        print(prefix, file=sys.stderr)
        weights = {name: value for name, value in read(out).items() if not name.startswith(prefix)}
        weights.update({prefix + name: value for name, value in learn(data).items() if abs(value) >= .02})
        if not names and not learnt:
            for name, value in list(weights.items()):
                if name.startswith('bare '): weights['tagged ' + name[5:]] = value
                if name.startswith('again bare '): weights['again tagged ' + name[11:]] = value
            for name, value in PLAIN.items(): weights['tagged ' + name] = weights.get('bare ' + name, 0) + value
        with open(out, 'w') as f:
            f.write('# Weights of the features by which places are told (src/extract/places/detect.ts, resolve.ts, setting.ts), learnt by train/places.py from one half of LGL and TR-News\n# (annotations; no text of theirs is here). Apache-2.0.\n# feature\tweight\n')
            for name in sorted(weights): f.write(f'{name}\t{weights[name]:.3f}\n')


if __name__ == '__main__':
    if len(sys.argv) not in (4, 5): sys.exit(__doc__)
    main(*sys.argv[1:])
