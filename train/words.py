"""Words (BERT's basic tokens) and features of a text: the twin of src/document/words.ts and src/model/features.ts.

Offsets here are code points; `utf16_to_cp` turns the data sets' UTF-16 offsets into them. tests: train/check_twin.py
"""
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=None)
def char_class(c):
    """s white space or control, p mark, c CJK (each its own word), w anything else."""
    o = ord(c)
    if c in ' \t\n\r' or unicodedata.category(c) == 'Zs' or o in (0x2028, 0x2029):
        return 's'
    if o == 0 or o == 0xFFFD or unicodedata.category(c) in ('Cc', 'Cf', 'Cn', 'Co'):
        return 's'
    if unicodedata.category(c) == 'Cs':
        return 'p'
    if 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126 or unicodedata.category(c).startswith('P'):
        return 'p'
    if (0x4E00 <= o <= 0x9FFF or 0x3400 <= o <= 0x4DBF or 0x20000 <= o <= 0x2A6DF or 0x2A700 <= o <= 0x2B73F
            or 0x2B740 <= o <= 0x2B81F or 0x2B920 <= o <= 0x2CEAF or 0xF900 <= o <= 0xFAFF or 0x2F800 <= o <= 0x2FA1F):
        return 'c'
    return 'w'


def words(text):
    out = []
    start = -1
    for i, c in enumerate(text):
        k = char_class(c)
        if k == 'w':
            if start < 0:
                start = i
            continue
        if start >= 0:
            out.append((start, i))
            start = -1
        if k != 's':
            out.append((i, i + 1))
    if start >= 0:
        out.append((start, len(text)))
    return out


def paragraphs(text):
    """Stretches between line breaks, without white space at the ends, never empty."""
    out = []
    start = 0
    for i in range(len(text) + 1):
        if i == len(text) or text[i] in '\n\r\u2028\u2029':
            piece = text[start:i]
            a = len(piece) - len(piece.lstrip())
            b = len(piece.rstrip())
            if b > a:
                out.append((start + a, start + b))
            start = i + 1
    return out


@lru_cache(maxsize=200000)
def casing(word):
    upper = lower = 0
    first = None
    for c in word:
        if not c.isalpha():
            continue
        up = c != c.lower()
        if first is None:
            first = up
        if up:
            upper += 1
        else:
            lower += 1
    if upper + lower == 0:
        return 0
    if upper == 0:
        return 1
    if lower == 0:
        return 3 if upper > 1 else 2
    return 2 if first and upper == 1 else 4


OPEN, CLOSE, TOGGLE = '“„«', '”»', '"‟'


def features(text, spans, paras):
    """One number a word: casing + 5 * mark state + 15 * starts a paragraph."""
    out = []
    p = -1
    inside = False
    i = 0
    n = len(spans)
    while i < n:
        s, e = spans[i]
        first = False
        while p + 1 < len(paras) and s >= paras[p + 1][0]:
            p += 1
            first = True
            inside = False
        c = text[s:e]
        state = 1 if inside else 0
        width = 1
        if c in OPEN:
            inside = True
            state = 2
        elif c in CLOSE:
            inside = False
            state = 2
        elif c in TOGGLE:
            inside = not inside
            state = 2
        elif c in ("'", '`') and i + 1 < n and spans[i + 1][0] == e and text[spans[i + 1][0]:spans[i + 1][1]] == c:
            inside = True if c == '`' else not inside
            state = 2
            width = 2
        for w in range(width):
            a, b = spans[i + w]
            out.append(casing(text[a:b]) + 5 * state + (15 if first and w == 0 else 0))
        i += width
    return out


def utf16_to_cp(text):
    """Function from a UTF-16 offset to a code-point offset."""
    if all(ord(c) < 0x10000 for c in text):
        return lambda o: o
    table = []
    for i, c in enumerate(text):
        table.append(i)
        if ord(c) >= 0x10000:
            table.append(i)
    table.append(len(text))
    return lambda o: table[min(o, len(table) - 1)]
