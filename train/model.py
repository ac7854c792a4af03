"""One encoder, many small heads. The encoder is BERT (MiniLM, ships) or MPNet (teacher), written out so that it exports to plain ONNX."""
import json
import math
import os

import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file

from data import FLAGS, HEADS, RELATIONS

FEATURES = (5, 3, 2)  # casing, mark state, starts a paragraph
POINTER = 64


class Layer(nn.Module):
    def __init__(self, d, heads, inner, dropout, eps):
        super().__init__()
        self.h = heads
        self.q, self.k, self.v, self.o = (nn.Linear(d, d) for _ in range(4))
        self.n1, self.n2 = nn.LayerNorm(d, eps), nn.LayerNorm(d, eps)
        self.up, self.down = nn.Linear(d, inner), nn.Linear(inner, d)
        self.drop = nn.Dropout(dropout)

    def forward(self, x, bias):
        b, n, d = x.shape
        split = lambda t: t.view(b, n, self.h, d // self.h).transpose(1, 2)
        q, k, v = split(self.q(x)), split(self.k(x)), split(self.v(x))
        # Nearly twice as fast on two cores as written out. It wants no gradient of the bias: MPNet's relative positions stay as they came.
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=None if bias is None else bias.detach().to(q.dtype))
        x = self.n1(x + self.drop(self.o(a.transpose(1, 2).reshape(b, n, d))))
        return self.n2(x + self.drop(self.down(F.gelu(self.up(x)))))


def relative_buckets(n):
    """MPNet's relative positions: 32 buckets, 128 the farthest."""
    pos = torch.arange(n)
    rel = -(pos[None, :] - pos[:, None])
    half = 16
    ret = (rel < 0).long() * half
    rel = rel.abs()
    exact = half // 2
    large = exact + (torch.log(rel.float().clamp(min=1) / exact) / math.log(128 / exact) * (half - exact)).long()
    return ret + torch.where(rel < exact, rel, large.clamp(max=half - 1))


class Encoder(nn.Module):
    def __init__(self, folder, dropout=0.1):
        super().__init__()
        c = json.load(open(os.path.join(folder, 'config.json')))
        w = load_file(os.path.join(folder, 'model.safetensors'))
        w = {k.split('mpnet.')[-1].split('bert.')[-1]: v.float() for k, v in w.items()}
        self.mpnet = c['model_type'] == 'mpnet'
        d, self.heads = c['hidden_size'], c['num_attention_heads']
        self.d = d
        self.words = nn.Embedding(c['vocab_size'], d)
        self.positions = nn.Embedding(c['max_position_embeddings'], d)
        self.casing, self.marks, self.starts = (nn.Embedding(n, d) for n in FEATURES)
        self.norm = nn.LayerNorm(d, c['layer_norm_eps'])
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(d, self.heads, c['intermediate_size'], dropout, c['layer_norm_eps']) for _ in range(c['num_hidden_layers']))
        with torch.no_grad():
            self.words.weight.copy_(w['embeddings.word_embeddings.weight'])
            p = w['embeddings.position_embeddings.weight']
            self.positions.weight.copy_(p if self.mpnet else p + w['embeddings.token_type_embeddings.weight'][0])
            for e in (self.casing, self.marks, self.starts):
                e.weight.zero_()
            copy = lambda m, name: (m.weight.copy_(w[name + '.weight']), m.bias.copy_(w[name + '.bias']))
            copy(self.norm, 'embeddings.LayerNorm')
            for i, l in enumerate(self.layers):
                p = f'encoder.layer.{i}.'
                names = ('attention.attn.q', 'attention.attn.k', 'attention.attn.v', 'attention.attn.o') if self.mpnet else \
                        ('attention.self.query', 'attention.self.key', 'attention.self.value', 'attention.output.dense')
                for m, n in zip((l.q, l.k, l.v, l.o), names):
                    copy(m, p + n)
                copy(l.n1, p + ('attention.LayerNorm' if self.mpnet else 'attention.output.LayerNorm'))
                copy(l.up, p + 'intermediate.dense')
                copy(l.down, p + 'output.dense')
                copy(l.n2, p + 'output.LayerNorm')
        if self.mpnet:
            self.relative = nn.Embedding(32, self.heads)
            with torch.no_grad():
                self.relative.weight.copy_(w['encoder.relative_attention_bias.weight'])

    def forward(self, pieces, features, mask=None):
        n = pieces.shape[1]
        first = 2 if self.mpnet else 0
        x = self.words(pieces) + self.positions.weight[first:first + n]
        x = x + self.casing(features % 5) + self.marks(features // 5 % 3) + self.starts(features // 15)
        x = self.drop(self.norm(x))
        bias = None
        if mask is not None:
            bias = (~mask)[:, None, None, :].to(x.dtype) * -1e4
        if self.mpnet:
            r = self.relative(relative_buckets(n)).permute(2, 0, 1)[None]
            bias = r if bias is None else bias + r
        for l in self.layers:
            x = l(x, bias)
        return x


class Network(nn.Module):
    def __init__(self, folder, dropout=0.1):
        super().__init__()
        self.encoder = Encoder(folder, dropout)
        d = self.encoder.d
        self.drop = nn.Dropout(dropout)
        self.heads = nn.ModuleDict({k: nn.Linear(d, len(v)) for k, v in HEADS.items()})
        self.flags = nn.Linear(d, len(FLAGS))
        self.query = nn.Linear(d, len(RELATIONS) * POINTER)
        self.key = nn.Linear(d, len(RELATIONS) * POINTER)

    def hidden(self, pieces, features, firsts, mask=None):
        """Hidden state of the window's first piece and of every word's first piece."""
        x = self.encoder(pieces, features, mask)
        return x[:, 0], torch.gather(x, 1, firsts[:, :, None].expand(-1, -1, x.shape[2]))

    def parameters_in_groups(self, lr, lr_new):
        new = [p for n, p in self.named_parameters() if not n.startswith('encoder') or any(s in n for s in ('casing', 'marks', 'starts'))]
        ids = {id(p) for p in new}
        old = [p for p in self.parameters() if id(p) not in ids]
        return [{'params': old, 'lr': lr, 'top': lr}, {'params': new, 'lr': lr_new, 'top': lr_new}]
