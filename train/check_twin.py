"""Checks that words.py counts words, features and pieces as src/ does: reads test/fixtures/features.json. python check_twin.py BASE_FOLDER"""
import json
import os
import sys

from train import Pieces
from words import features, paragraphs, utf16_to_cp, words

here = os.path.dirname(os.path.abspath(__file__))
pieces = Pieces(sys.argv[1])
wrong = 0
for case in json.load(open(os.path.join(here, '..', 'test', 'fixtures', 'features.json'), encoding='utf-8')):
    text = case['text']
    cp = utf16_to_cp(text)
    mine = words(text)
    theirs = [(cp(s), cp(e)) for s, e in case['words']]
    f = features(text, mine, paragraphs(text))
    p = [pieces(text[s:e]) for s, e in mine]
    for name, a, b in (('words', mine, theirs), ('features', f, case['features']), ('pieces', p, case['pieces'])):
        if a != b:
            wrong += 1
            print('differs in', name, ':', text[:60], [(x, y) for x, y in zip(a, b) if x != y][:5])
print('checked', 'all the same' if not wrong else f'{wrong} differences')
sys.exit(bool(wrong))
