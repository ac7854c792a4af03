"""Writes the trained network as int8 ONNX with its manifest: python export.py --base FOLDER --weights model.pt --out ../models"""
import argparse
import hashlib
import json
import os

import torch
import torch.nn as nn
from onnxruntime.quantization import QuantType, quantize_dynamic

from data import FLAGS, HEADS, RELATIONS
from model import FEATURES, POINTER, Network


class Shipped(nn.Module):
    """One window, no batch: pieces [n], features [n], firsts [w] -> log-probabilities a word, flags, pointer vectors."""

    def __init__(self, net):
        super().__init__()
        self.net = net
        e = net.encoder
        f = torch.arange(FEATURES[0] * FEATURES[1] * FEATURES[2])
        self.table = nn.Embedding.from_pretrained((e.casing(f % 5) + e.marks(f // 5 % 3) + e.starts(f // 15)).detach())

    def forward(self, pieces, features, firsts):
        e = self.net.encoder
        n = pieces.shape[0]
        x = e.norm(e.words(pieces) + e.positions.weight[:n] + self.table(features))
        for l in e.layers:
            d = x.shape[-1]
            split = lambda t: t.reshape(-1, l.h, d // l.h).transpose(0, 1)
            q, k, v = split(l.q(x)), split(l.k(x)), split(l.v(x))
            a = torch.softmax(q @ k.transpose(-1, -2) * (d // l.h) ** -0.5, -1) @ v
            x = l.n1(x + l.o(a.transpose(0, 1).reshape(-1, d)))
            x = l.n2(x + l.down(torch.nn.functional.gelu(l.up(x))))
        h = x[firsts]
        tags = torch.cat([self.net.heads[k](h).log_softmax(-1) for k in HEADS], -1)
        flags = torch.sigmoid(self.net.flags(h))
        return tags, flags, self.net.query(h), self.net.key(torch.cat([x[:1], h]))


def main():
    a = argparse.ArgumentParser()
    a.add_argument('--base', required=True)
    a.add_argument('--weights', required=True)
    a.add_argument('--out', required=True)
    a.add_argument('--version', default='0.1.0')
    a.add_argument('--plain', action='store_true', help='trained with --plain')
    a.add_argument('--fp32', action='store_true', help='do not quantise (to measure what int8 costs)')
    o = a.parse_args()
    net = Network(o.base)
    net.load_state_dict(torch.load(o.weights))
    net.eval()
    shipped = Shipped(net).eval()
    os.makedirs(o.out, exist_ok=True)
    full, small = os.path.join(o.out, 'readout.fp32.onnx'), os.path.join(o.out, 'readout.onnx')
    example = (torch.randint(1000, 20000, (40,)), torch.randint(0, 30, (40,)), torch.arange(1, 30))
    torch.onnx.export(shipped, example, full, input_names=['pieces', 'features', 'firsts'], output_names=['tags', 'flags', 'query', 'key'],
                      dynamic_axes={'pieces': {0: 'n'}, 'features': {0: 'n'}, 'firsts': {0: 'w'}, 'tags': {0: 'w'}, 'flags': {0: 'w'}, 'query': {0: 'w'}, 'key': {0: 'w1'}},
                      opset_version=17, dynamo=False)
    if o.fp32:
        os.replace(full, small)
    else:
        quantize_dynamic(full, small, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=['MatMul', 'Gemm', 'Gather'],
                         extra_options={'MatMulConstBOnly': True})
        os.remove(full)
    blob = open(small, 'rb').read()
    vocab = open(os.path.join(o.base, 'vocab.txt'), 'rb').read()
    manifest = {
        'version': o.version,
        'file': 'readout.onnx',
        'sha256': hashlib.sha256(blob).hexdigest(),
        'vocabulary': {'file': 'vocab.txt', 'sha256': hashlib.sha256(vocab).hexdigest()},
        'heads': [{'name': k, 'labels': v} for k, v in HEADS.items()],
        'flags': FLAGS,
        'relations': RELATIONS,
        'pointer': POINTER,
        'limit': 254,
        'plainMarks': o.plain,
    }
    with open(os.path.join(o.out, 'manifest.json'), 'w') as f:
        json.dump(manifest, f, indent=2)
        f.write('\n')
    open(os.path.join(o.out, 'vocab.txt'), 'wb').write(vocab)
    print(small, len(blob), manifest['sha256'])


if __name__ == '__main__':
    main()
