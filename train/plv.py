"""How well the encoder knows an act's type when told who and whom: five-fold over events/plv-train.jsonl, macro F1 of the PLOVER root.

python plv.py --base MINILM --weights model.pt      (each fold is fine-tuned on the other four; folds by position, nothing is chosen on the fold that is measured)
"""
import argparse
import json
import random
import re
from collections import Counter

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import data
from model import Network
from train import Pieces

# Pieces of BERT's vocabulary that no text has: begin and end of source and target.
MARKS = {'<s>': 1, '</s>': 2, '<t>': 3, '</t>': 4}


def examples(pieces):
    out = []
    for d in data.lines(f'{data.DATA}/events/plv-train.jsonl'):
        ids, feats = [pieces.cls], [0]
        for part in re.split(r'(</?[st]>)', d['marked_sentence']):
            if part in MARKS:
                ids.append(MARKS[part])
                feats.append(0)
                continue
            ws = data.words(part)
            for (s, e), f in zip(ws, data.features(part, ws, [(0, len(part))])):
                p = pieces(part[s:e])
                ids += p
                feats += [f % 15] * len(p)
        out.append((ids[:250] + [pieces.sep], feats[:250] + [0], d['gold_root']))
    return out


class Typed(nn.Module):
    def __init__(self, net, classes):
        super().__init__()
        self.encoder, self.out, self.drop = net.encoder, nn.Linear(3 * net.encoder.d, classes), nn.Dropout(0.2)

    def forward(self, ids, feats, mask):
        x = self.encoder(ids, feats, mask).float()
        at = lambda piece: (x * (ids == piece)[..., None]).sum(1)
        mean = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return self.out(self.drop(torch.cat([mean, at(MARKS['<s>']), at(MARKS['<t>'])], -1)))


def batch(rows, labels):
    n = max(len(r[0]) for r in rows)
    pad = lambda a: torch.tensor([list(x) + [0] * (n - len(x)) for x in a])
    return pad([r[0] for r in rows]), pad([r[1] for r in rows]), pad([[1] * len(r[0]) for r in rows]).bool(), torch.tensor([labels.index(r[2]) for r in rows])


def fold(o, rows, k, labels):
    torch.manual_seed(o.seed + k)
    rng = random.Random(o.seed + k)
    train, test = [r for i, r in enumerate(rows) if i % 5 != k], [r for i, r in enumerate(rows) if i % 5 == k]
    net = Network(o.base)
    if o.weights:
        net.load_state_dict(torch.load(o.weights))
    m = Typed(net, len(labels)).train()
    opt = torch.optim.AdamW([{'params': m.encoder.parameters(), 'lr': o.lr, 'top': o.lr}, {'params': m.out.parameters(), 'lr': 1e-3, 'top': 1e-3}], weight_decay=0.01, fused=True)
    steps = o.epochs * -(-len(train) // 16)
    for s in range(steps):
        if s % -(-len(train) // 16) == 0:
            rng.shuffle(train)
        at = s % -(-len(train) // 16) * 16
        for g in opt.param_groups:
            g['lr'] = g['top'] * min(1, (s + 1) / (0.1 * steps)) * (1 - s / steps)
        ids, feats, mask, y = batch(train[at:at + 16], labels)
        with torch.autocast('cpu', dtype=torch.bfloat16):
            l = F.cross_entropy(m(ids, feats, mask).float(), y, label_smoothing=0.1)
        l.backward()
        torch.nn.utils.clip_grad_norm_(m.parameters(), 1.0)
        opt.step()
        opt.zero_grad(set_to_none=True)
    m.eval()
    got = []
    with torch.no_grad(), torch.autocast('cpu', dtype=torch.bfloat16):
        for i in range(0, len(test), 16):
            ids, feats, mask, y = batch(test[i:i + 16], labels)
            got += list(zip(m(ids, feats, mask).argmax(-1).tolist(), y.tolist()))
    return got


def main():
    a = argparse.ArgumentParser()
    a.add_argument('--base', required=True)
    a.add_argument('--weights')
    a.add_argument('--epochs', type=int, default=12)
    a.add_argument('--lr', type=float, default=1.5e-4)
    a.add_argument('--seed', type=int, default=1)
    a.add_argument('--folds', default='0,1,2,3,4')
    o = a.parse_args()
    torch.set_num_threads(1)
    rows = examples(Pieces(o.base, True))
    labels = sorted({r[2] for r in rows})
    got = []
    for k in map(int, o.folds.split(',')):
        got += fold(o, rows, k, labels)
        right = Counter(p for p, y in got if p == y)
        found, gold = Counter(p for p, _ in got), Counter(y for _, y in got)
        macro = np.mean([2 * right[c] / (found[c] + gold[c]) for c in gold])
        print(json.dumps({'folds done': k + 1, 'sentences': len(got), 'macro F1': round(100 * macro, 1), 'accuracy': round(100 * sum(right.values()) / len(got), 1)}), flush=True)


if __name__ == '__main__':
    main()
