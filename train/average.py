"""Averages weights of runs that began from the same ones: python average.py OUT.pt RUN1.pt RUN2.pt …"""
import sys

import torch

runs = [torch.load(path) for path in sys.argv[2:]]
torch.save({k: sum(r[k].float() for r in runs) / len(runs) for k in runs[0]}, sys.argv[1])
