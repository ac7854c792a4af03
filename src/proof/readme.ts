/** The README inside every bundle of this form. */
export const readmeText = `# A bundle of Readout

What was read in news articles, with the articles, so that anybody can check it: without the archive it came from, without the
model that read it, without a network.

| part | holds |
|---|---|
| pages/HASH | an article as it was saved, to the byte; HASH is the SHA-256 of these bytes |
| documents/HASH.json | one document: where it was printed ("printings"), and what each engine read in it ("readings"); HASH is the SHA-256 of the text (UTF-8) |
| evidence/HASH.json | for the same document: every slice of its readings in words ("slices"), and where its text stands in the saved page ("pages") |
| corrections.jsonl | where there are any: what people put over the machine's word, one a line; the readings are the machine's own |
| manifest.json | version and engines, counts, and every part with its length and SHA-256: of its bytes, and of what stands in the zip file for them |
| SHA256SUMS | the same hashes, and that of manifest.json |

Offsets ("start", "end", "places") are UTF-16 code units from 0, the end not included: in JavaScript text.slice(start, end); in Python
text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode("utf-16-le", "surrogatepass").

"places" are rows of [text, length, source, sourceEnd, verbatim]: the text's characters from "text" on stand in the page's decoded
source at [source, sourceEnd); where verbatim is 1 they are the same characters, where it is 0 a character reference or folded
white space stands for them. "way" says what the source is: the page itself, or the text or html field of a line of JSON, or the body
of a web archive's record. Where it is null the text has no such places (an item of a feed, or a page that this version reads
otherwise): the page is here, and is compared by eye.

## Check it

With Readout:

    readout verify FILE

With nothing but a shell, that nothing was altered:

    unzip FILE && cd readout-bundle && sha256sum --check --quiet SHA256SUMS

With Python, that every slice is what the text says:

    import glob, json
    for name in sorted(glob.glob("evidence/*.json")):
        evidence = json.load(open(name, encoding="utf-8"))
        document = json.load(open(name.replace("evidence", "documents"), encoding="utf-8"))
        for kept, read in zip(document["readings"], evidence["readings"]):
            text = kept["reading"]["document"]["text"].encode("utf-16-le", "surrogatepass")
            for s in read["slices"]:
                assert text[2 * s["start"]:2 * s["end"]].decode("utf-16-le", "surrogatepass") == s["words"], (name, s)

A bundle that holds says that nothing in it was altered since it was made, and that every record points to the words it claims. Who made
it and when it does not say: compare its SHA-256 with the one that its maker published. The articles belong to those who wrote them.
`;
