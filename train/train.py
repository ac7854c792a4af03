"""Trains the network. `python train.py --help`; the one command that makes the shipped model stands in README.md."""
import argparse
import json
import math
import os
import random
import time
from collections import defaultdict

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

import data
from data import ATTR, EVENTS, FLAGS, HEADS, NAMES, RELATIONS
from model import POINTER, Network

TASK_HEADS = {'attribution': ['attribution'], 'gold': ['quotation', 'inner', 'events', 'hedge'], 'names': ['names'], 'coreference': [], 'roles': [], 'silver': []}
HEAD_WEIGHT = {'attribution': 1.5, 'quotation': 1.0, 'inner': 2.0, 'names': 0.7, 'events': 3.0, 'hedge': 0.5}
# Label smoothing helps where edges are taste; where nearly every word is O it drowns the few that are not.
SMOOTHED = ('attribution', 'quotation')


# Curly or straight, single or double: the network sees the plain mark, so that the same article printed with other marks reads the same.
PLAIN = {'“': '"', '”': '"', '„': '"', '‟': '"', '«': '"', '»': '"', '‘': "'", '’': "'", '‚': "'", '‛': "'"}


class Pieces:
    """Piece ids of a word, remembered. `plain`: quotation marks of all kinds as the straight ones."""

    def __init__(self, folder, plain=False):
        self.plain = plain
        self.t = Tokenizer.from_file(os.path.join(folder, 'tokenizer.json'))
        self.t.no_truncation()
        self.t.no_padding()
        self.memory = {}
        self.cls, self.sep = self.t.encode('').ids[0], self.t.encode('').ids[-1]
        self.unk = self.t.token_to_id('[UNK]')

    def __call__(self, word):
        ids = self.memory.get(word)
        if ids is None:
            ids = self.t.encode(PLAIN.get(word, word) if self.plain else word, add_special_tokens=False).ids or [self.unk]
            self.memory[word] = ids = ids[:16]
        return ids


def prepare(docs, pieces):
    for d in docs:
        d.pieces = [pieces(d.text[s:e]) for s, e in d.words]


def windows(doc, limit):
    """Word ranges of whole paragraphs packed up to `limit` pieces; a longer paragraph is cut."""
    out = []
    n = len(doc.words)
    i = 0
    while i < n:
        size, j, last = 0, i, -1
        while j < n and size + len(doc.pieces[j]) <= limit:
            if j > i and doc.para_of[j] != doc.para_of[j - 1]:
                last = j
            size += len(doc.pieces[j])
            j += 1
        if j < n and last > 0:
            j = last
        out.append((i, max(j, i + 1)))
        i = max(j, i + 1)
    return out


def batches_of(task, docs, budget, rng, limit_of):
    W = []
    for d in docs:
        lim = limit_of()
        W += [(d, i, j, sum(len(p) for p in d.pieces[i:j])) for i, j in windows(d, lim)]
    rng.shuffle(W)
    # sort inside big chunks so that a batch holds windows of like length
    out = []
    for c in range(0, len(W), 256):
        chunk = sorted(W[c:c + 256], key=lambda w: w[3])
        b, most = [], 0
        for w in chunk:
            m = max(most, w[3] + 2)
            if b and m * (len(b) + 1) > budget:
                out.append((task, b))
                b, m = [], w[3] + 2
            b.append(w)
            most = m
        if b:
            out.append((task, b))
    return out


def collate(batch, pieces):
    n = max(w[3] for w in batch) + 2
    m = max(w[2] - w[1] for w in batch)
    B = len(batch)
    ids = np.zeros((B, n), np.int64)
    feats = np.zeros((B, n), np.int64)
    mask = np.zeros((B, n), bool)
    firsts = np.zeros((B, m), np.int64)
    wmask = np.zeros((B, m), bool)
    for b, (d, i, j, size) in enumerate(batch):
        row, frow = [pieces.cls], [0]
        for w in range(i, j):
            firsts[b, w - i] = len(row)
            row += d.pieces[w]
            frow += [d.features[w]] * len(d.pieces[w])
        row.append(pieces.sep)
        frow.append(0)
        ids[b, :len(row)] = row
        feats[b, :len(row)] = frow
        mask[b, :len(row)] = True
        wmask[b, :j - i] = True
    return tuple(map(torch.from_numpy, (ids, feats, mask, firsts, wmask)))


def loss_of(net, task, batch, pieces, smoothing, soft_weight):
    ids, feats, mask, firsts, wmask = collate(batch, pieces)
    with torch.autocast('cpu', dtype=torch.bfloat16):
        cls, h = net.hidden(ids, feats, firsts, mask)
        h = net.drop(h)
        logits = {}
        need = set(TASK_HEADS[task]) | {k for d, *_ in batch for k in getattr(d, 'soft', {})}
        for k in need:
            logits[k] = net.heads[k](h).float()
    total = 0.0
    parts = {}
    flat = wmask.view(-1)
    for k in need:
        lg = logits[k].view(-1, logits[k].shape[-1])[flat]
        hard = torch.tensor([t for d, i, j, _ in batch for t in (d.labels[k][i:j] if k in d.labels else [-100] * (j - i))])
        if (hard >= 0).any():
            l = F.cross_entropy(lg, hard, ignore_index=-100, label_smoothing=smoothing if k in SMOOTHED else 0.0)
            parts[k] = l.item()
            total = total + HEAD_WEIGHT[k] * l
        softs = [d.soft[k][i:j] if k in getattr(d, 'soft', {}) else None for d, i, j, _ in batch]
        if any(s is not None for s in softs):
            rows = np.concatenate([s if s is not None else np.zeros((j - i, lg.shape[1]), np.float16) for s, (d, i, j, _) in zip(softs, batch)]).astype(np.float32)
            p = torch.from_numpy(rows)
            known = p.sum(-1) > 0.5
            if known.any():  # words that the teacher never reached have a row of zeros
                l = -(p * F.log_softmax(lg, -1)).sum(-1)[known].mean()
                parts['soft ' + k] = l.item()
                total = total + soft_weight * HEAD_WEIGHT[k] * l
    # flags
    rows = [(b, w - i, f) for b, (d, i, j, _) in enumerate(batch) for w, f in d.flags if i <= w < j]
    if rows:
        x = h[torch.tensor([r[0] for r in rows]), torch.tensor([r[1] for r in rows])]
        with torch.autocast('cpu', dtype=torch.bfloat16):
            lg = net.flags(x).float()
        l = F.binary_cross_entropy_with_logits(lg, torch.tensor([r[2] for r in rows], dtype=torch.float32))
        parts['flags'] = l.item()
        total = total + 0.5 * l
    # pointers
    rows = []
    for b, (d, i, j, _) in enumerate(batch):
        for rel, w, targets in d.pointers:
            if not i <= w < j:
                continue
            inside = [t - i + 1 for t in targets if i <= t < j]
            if targets and not inside:
                continue
            rows.append((b, RELATIONS.index(rel), w - i, inside or [0]))
    if rows:
        if len(rows) > 400:
            rows = random.sample(rows, 400)
        bs, rs, ws = (torch.tensor([r[x] for r in rows]) for x in range(3))
        with torch.autocast('cpu', dtype=torch.bfloat16):
            B, m = h.shape[:2]
            q = net.query(h).view(B, m, len(RELATIONS), POINTER)
            k = net.key(torch.cat([cls[:, None], h], 1)).view(B, m + 1, len(RELATIONS), POINTER)
            s = torch.einsum('pd,pnd->pn', q[bs, ws, rs], k[bs, :, rs]).float() / math.sqrt(POINTER)
        valid = torch.cat([torch.ones(B, 1, dtype=torch.bool), wmask], 1)[bs]
        s = s.masked_fill(~valid, -1e4)
        target = torch.zeros_like(s, dtype=torch.bool)
        for r, row in enumerate(rows):
            target[r, row[3]] = True
        lp = s.log_softmax(-1)
        l = -torch.logsumexp(lp.masked_fill(~target, -1e4), -1)
        parts['pointers'] = l.mean().item()
        total = total + 0.5 * l.mean()
    return total, parts


def viterbi(logp, labels):
    """Best legal BIO sequence."""
    n, L = logp.shape
    legal = np.zeros((L, L))
    start = np.zeros(L)
    for b, name in enumerate(labels):
        if name.startswith('I-'):
            start[b] = -1e9
            for a, prev in enumerate(labels):
                if prev not in ('B-' + name[2:], 'I-' + name[2:]):
                    legal[a, b] = -1e9
    score = logp[0] + start
    back = np.zeros((n, L), int)
    for t in range(1, n):
        m = score[:, None] + legal
        back[t] = m.argmax(0)
        score = m.max(0) + logp[t]
    tags = [int(score.argmax())]
    for t in range(n - 1, 0, -1):
        tags.append(int(back[t][tags[-1]]))
    return tags[::-1]


def spans_of(tags, labels):
    out, cur = set(), None
    for i, t in enumerate(list(tags) + [0]):
        name = labels[t]
        if cur and not name.startswith('I-'):
            out.add((cur[0], i, cur[1]))
            cur = None
        if name.startswith('B-'):
            cur = (i, name[2:])
    return out


@torch.no_grad()
def predict(net, docs, pieces, heads, limit=254):
    """doc -> head -> log-probabilities of its words."""
    net.eval()
    for d in docs:
        out = {k: np.zeros((len(d.words), len(HEADS[k])), np.float32) for k in heads}
        W = [(d, i, j, sum(len(p) for p in d.pieces[i:j])) for i, j in windows(d, limit)]
        for w in W:
            ids, feats, mask, firsts, wmask = collate([w], pieces)
            with torch.autocast('cpu', dtype=torch.bfloat16):
                _, h = net.hidden(ids, feats, firsts, None)
                for k in heads:
                    out[k][w[1]:w[2]] = net.heads[k](h).float().log_softmax(-1)[0].numpy()
        yield d, out
    net.train()


def f1(tp, p, g):
    return round(200 * tp / (p + g), 2) if p + g else 0.0


def evaluate(net, dev, pieces):
    """Dev figures as the training watches them; the real ones come from score.py over readings."""
    report = {}
    for name, docs, head in dev:
        labels = HEADS[head]
        c = defaultdict(lambda: [0, 0, 0])
        for d, out in predict(net, docs, pieces, [head]):
            got = spans_of(viterbi(out[head], labels), labels)
            gold = spans_of(d.labels[head], labels)
            if head == 'events':
                hit = sum(any(g[2] == x[2] and g[0] < x[1] and x[0] < g[1] for g in gold) for x in got)
                c['events'][0] += hit
                c['events'][1] += len(got)
                c['events'][2] += len(gold)
                continue
            for kind in {x[2] for x in got | gold}:
                G, P = {x for x in gold if x[2] == kind}, {x for x in got if x[2] == kind}
                for key in ([kind, 'all'] if head == 'names' else [kind]):
                    if head == 'names' and kind not in ('PER', 'ORG', 'LOC'):
                        continue
                    c[key][0] += len(G & P)
                    c[key][1] += len(P)
                    c[key][2] += len(G)
        report[name] = {k: f1(*v) for k, v in sorted(c.items())}
    return report


def dev_sets():
    att = list(data.attribution_docs(f'{data.DATA}/attribution/polnear-dev.jsonl'))
    gold = list(data.gold_docs('dev'))
    names = []
    for d in data.lines(f'{data.DATA}/names/worldwide-dev.jsonl'):
        doc = data.Doc(d['id'], d['text'])
        cp = data.utf16_to_cp(d['text'])
        doc.bio('names', NAMES, [(*w, x['type']) for x in d['names'] for w in [doc.span(cp(x['start']), cp(x['end']))] if w])
        names.append(doc)
    return [('polnear-dev', att, 'attribution'), ('gold-dev quotations', gold, 'quotation'), ('gold-dev events', gold, 'events'), ('worldwide-dev', names, 'names')]


def grown(weights, net):
    """Weights from before act-actor and act-recipient: they begin as trigger-actor and trigger-recipient, the last two before them."""
    own = net.state_dict()
    for k, v in weights.items():
        more = own[k].shape[0] - v.shape[0]
        if more:
            weights[k] = torch.cat([v, v[-more:]])
    return weights


def main():
    a = argparse.ArgumentParser()
    a.add_argument('--base', required=True, help='folder of the pretrained encoder')
    a.add_argument('--out', required=True)
    a.add_argument('--passes', type=float, default=4)
    a.add_argument('--lr', type=float, default=2e-4)
    a.add_argument('--lr-new', type=float, default=1e-3)
    a.add_argument('--budget', type=int, default=2048, help='pieces in a batch')
    a.add_argument('--smoothing', type=float, default=0.03)
    a.add_argument('--seed', type=int, default=1)
    a.add_argument('--share', default='', help='task=share of its documents per pass, e.g. names=0.5,coreference=0.5')
    a.add_argument('--soft', nargs='*', default=[], help='pickles of soft labels made by label.py')
    a.add_argument('--soft-weight', type=float, default=1.0)
    a.add_argument('--ema', type=float, default=0.998)
    a.add_argument('--limit', type=int, default=254)
    a.add_argument('--minutes', type=float, default=1e9, help='decay so that the run ends by then')
    a.add_argument('--no-dev', action='store_true', help='save without measuring dev after each pass')
    a.add_argument('--plain', action='store_true', help='show the network straight quotation marks only')
    a.add_argument('--threads', type=int, default=2)
    a.add_argument('--init', help='weights to begin from')
    o = a.parse_args()
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    random.seed(o.seed)
    rng = random.Random(o.seed)
    pieces = Pieces(o.base, o.plain)
    tasks = data.load()
    if o.soft:
        import label
        label.attach(tasks, o.soft)
    for docs in tasks.values():
        prepare(docs, pieces)
    dev = dev_sets()
    for _, docs, _ in dev:
        prepare(docs, pieces)
    share = {k: float(v) for k, v in (s.split('=') for s in o.share.split(',') if s)}
    net = Network(o.base)
    if o.init:
        net.load_state_dict(grown(torch.load(o.init), net))
    net.train()
    opt = torch.optim.AdamW(net.parameters_in_groups(o.lr, o.lr_new), weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    ema = {k: v.clone() for k, v in net.state_dict().items()}

    def epoch():
        out = []
        for task, docs in tasks.items():
            s = share.get(task, 1.0)
            D = docs if s >= 1 else rng.sample(docs, int(len(docs) * s))
            for _ in range(int(s) if s > 1 else 1):
                out += batches_of(task, D, o.budget, rng, lambda: rng.choice([o.limit, o.limit, o.limit, 200, 150, 100]))
        rng.shuffle(out)
        return out

    batches = epoch()
    total = int(o.passes * len(batches))
    print(json.dumps({'options': vars(o), 'batches a pass': len(batches), 'steps': total}), flush=True)
    step, started, sums, counts = 0, time.time(), defaultdict(float), defaultdict(int)
    frozen_total = None
    os.makedirs(o.out, exist_ok=True)
    queue = list(batches)
    while step < total:
        if not queue:
            queue = epoch()
        task, batch = queue.pop()
        spent = (time.time() - started) / 60
        progress = max(step / total, spent / o.minutes)
        if progress >= 1:
            break
        warm = min(1.0, (step + 1) / (0.06 * total))
        for g in opt.param_groups:
            g['lr'] = g['top'] * warm * max(0.02, 1 - progress)
        loss, parts = loss_of(net, task, batch, pieces, o.smoothing, o.soft_weight)
        if not isinstance(loss, float):
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            opt.step()
            opt.zero_grad(set_to_none=True)
        decay = min(o.ema, (1 + step) / (10 + step))
        with torch.no_grad():
            for k, v in net.state_dict().items():
                if v.dtype.is_floating_point:
                    ema[k].lerp_(v, 1 - decay)
        step += 1
        for k, v in parts.items():
            sums[k] += v
            counts[k] += 1
        if step % 100 == 0:
            print(step, f'{(time.time() - started) / 60:.1f} min', {k: round(sums[k] / counts[k], 3) for k in sorted(sums)}, flush=True)
            sums.clear()
            counts.clear()
        if step % 150 == 0:
            torch.save(ema, os.path.join(o.out, 'model.pt'))
        if step % len(batches) == 0 and step < total:
            save(net, ema, dev, pieces, o, step, started)
    save(net, ema, dev, pieces, o, step, started)


def save(net, ema, dev, pieces, o, step, started):
    kept = {k: v.clone() for k, v in net.state_dict().items()}
    net.load_state_dict(ema)
    torch.save({k: v.clone() for k, v in ema.items()}, os.path.join(o.out, 'model.pt'))
    if o.no_dev:
        net.load_state_dict(kept)
        return
    print('DEV', step, f'{(time.time() - started) / 60:.1f} min', json.dumps(evaluate(net, dev, pieces)), flush=True)
    net.load_state_dict(kept)


if __name__ == '__main__':
    main()
