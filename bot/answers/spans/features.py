"""What speaks for and against a stretch of a sentence as the answer, as named features."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.answers.question.value import Wish
    from bot.answers.spans.candidates import Candidate
    from bot.answers.spans.tree import Tree

_STEM = 5
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "PRON"})
_FUNCTION = frozenset({"DET", "ADP", "SCONJ", "CCONJ", "PART", "PRON", "AUX", "PUNCT"})
_FAR = 99
_SPEECH = frozenset(
    "say tell add write tweet post claim announce warn argue state think believe joke read insist".split()
)


class Scene(NamedTuple):
    """A wish against one sentence: ``hits`` is the weight of the focus word at each place, 0 without one."""

    wish: Wish
    tree: Tree
    hits: tuple[float, ...]
    lemmas: tuple[str, ...]
    clause: tuple[int, ...]
    noun: str
    facts: frozenset[tuple[int, int]]
    total: float


def scene_of(wish: Wish, tree: Tree, facts: frozenset[tuple[int, int]] = frozenset()) -> Scene:
    lemmas = tuple(token.lemma.lower() for token in tree.tokens)
    exact = {lemma: weight for lemma, weight in wish.focus}
    stems = {lemma[:_STEM]: weight * 0.8 for lemma, weight in wish.focus if len(lemma) >= _STEM}
    hits = tuple(
        max(
            exact.get(lemma, 0.0),
            exact.get(word.lower(), 0.0),
            stems.get(lemma[:_STEM], 0.0) if len(lemma) >= _STEM else 0.0,
        )
        for lemma, word in zip(lemmas, tree.words, strict=True)
    )
    noun = (wish.noun or "").rstrip("s")
    return Scene(
        wish,
        tree,
        hits,
        lemmas,
        tuple(_clause(tree, at) for at in range(len(lemmas))),
        noun,
        facts,
        sum(exact.values()) or 1.0,
    )


def _clause(tree: Tree, at: int) -> int:
    """The verb over a word."""
    for _ in range(len(tree.heads)):
        up = tree.heads[at]
        if up == at:
            return at
        at = up
        if tree.tokens[at].pos in {"VERB", "AUX"}:
            return at
    return at


def _bucket(n: int) -> str:
    return str(n) if n < 4 else "4" if n < 6 else "6" if n < 9 else "9" if n < 14 else "14" if n < 20 else "20"


def features(scene: Scene, cand: Candidate) -> list[tuple[str, float]]:
    wish, tree, hits = scene.wish, scene.tree, scene.hits
    tokens = tree.tokens
    t, k = wish.types[0], wish.kind
    first, last, head, cut = cand
    tok = tokens[head]
    at = head
    while tokens[at].dep == "conj" and tree.heads[at] != at:
        at = tree.heads[at]
    dep = tokens[at].dep
    gov = tree.heads[at]
    prep = "-"
    if dep in {"pobj", "pcomp"} or (tokens[gov].pos == "ADP" and gov != at):
        prep = scene.lemmas[gov]
        gov = tree.heads[gov]
    elif tok.pos == "ADP":
        prep = "+" + scene.lemmas[head]
    inside_hit = [p for p in range(first, last + 1) if hits[p]]
    content = [p for p in range(first, last + 1) if tokens[p].pos in _CONTENT] or [head]
    share = sum(1 for p in content if hits[p]) / len(content)
    length = last - first + 1
    label = tree.labels[head] or "-"
    fit = "x"
    for b, e, _ in tree.named:
        if b <= head <= e:
            fit = (
                "="
                if (b, e) == (first, last)
                else "in"
                if b <= first and last <= e
                else "over"
                if first <= b and e <= last
                else "cross"
            )
            break
    prev = (
        scene.lemmas[first - 1]
        if first and (tokens[first - 1].pos in _FUNCTION)
        else tokens[first - 1].pos
        if first
        else "^"
    )
    nxt = (
        scene.lemmas[last + 1]
        if last + 1 < len(tokens) and (tokens[last + 1].pos in _FUNCTION)
        else tokens[last + 1].pos
        if last + 1 < len(tokens)
        else "$"
    )
    ov = "0" if share == 0 else "a" if share < 0.34 else "b" if share < 0.67 else "c" if share < 1 else "1"
    nb = _bucket(length)
    f = [
        (f"pos|{t}|{tok.pos}", 1.0),
        (f"dep|{t}|{dep}", 1.0),
        (f"ent|{t}|{label}|{fit}", 1.0),
        (f"fit|{fit}|{tok.pos}", 1.0),
        (f"cut|{t}|{cut}", 1.0),
        (f"cut|{tok.pos}|{cut}", 1.0),
        (f"len|{t}|{nb}", 1.0),
        (f"len|{tok.pos}|{nb}", 1.0),
        (f"prep|{t}|{prep}", 1.0),
        (f"first|{t}|{tokens[first].tag}", 1.0),
        (f"last|{t}|{tokens[last].tag}", 1.0),
        (f"prev|{t}|{prev}", 1.0),
        (f"next|{t}|{nxt}", 1.0),
        (f"prev|{tok.pos}|{prev}", 1.0),
        (f"next|{tok.pos}|{nxt}", 1.0),
        (f"ov|{ov}", 1.0),
        (f"ov|{t}|{ov}", 1.0),
        (f"ov|{length == 1}|{ov}", 1.0),
        (f"kd|{k}|{dep}|{tok.pos}", 1.0),
        (f"firsttag|{tokens[first].tag}", 1.0),
        (f"lasttag|{tokens[last].tag}", 1.0),
        (f"cutdep|{dep}|{cut}", 1.0),
    ]
    # headed by what is asked for
    if scene.noun:
        hn = scene.lemmas[head].rstrip("s") == scene.noun
        inn = any(scene.lemmas[p].rstrip("s") == scene.noun for p in range(first, last + 1))
        up = tree.heads[head] != head and scene.lemmas[tree.heads[head]].rstrip("s") == scene.noun
        f.append((f"noun|{t}|{hn:d}{inn:d}{up:d}|{cut}", 1.0))
        f.append((f"noun|{hn:d}{inn:d}{up:d}|{dep}", 1.0))
        f.append((f"noun|{hn:d}{inn:d}{up:d}|{nb}", 1.0))
    gm = hits[gov] > 0 and not first <= gov <= last
    verbal = scene.lemmas[gov] == wish.verb
    f += [
        (f"gov|{gm:d}|{dep}", 1.0),
        (f"gov|{t}|{gm:d}", 1.0),
        (f"role|{wish.role}|{dep}|{gm:d}", 1.0),
        (f"verb|{wish.role}|{dep}|{verbal:d}", 1.0),
        (f"role|{wish.role}|{tok.pos}", 1.0),
    ]
    if wish.preposition:
        f.append((f"askprep|{wish.preposition == prep:d}|{gm:d}", 1.0))
        f.append((f"askprep|{wish.preposition}|{prep}", 1.0))
    sib = [
        c
        for c in tree.children[gov]
        if not first <= c <= last and any(hits[p] for p in range(tree.left[c], tree.right[c] + 1))
    ]
    f.append((f"sib|{min(len(sib), 3)}|{gm:d}", 1.0))
    for c in sib:
        f.append((f"sibdep|{dep}|{tokens[c].dep}", 1.0))
        f.append((f"sibask|{wish.role}|{dep}|{tokens[c].dep}", 1.0))
    own = [
        c
        for c in tree.children[head]
        if not first <= c <= last and any(hits[p] for p in range(tree.left[c], tree.right[c] + 1))
    ]
    for c in own:
        f.append((f"own|{t}|{tokens[c].dep}", 1.0))
        f.append((f"own|{tok.pos}|{tokens[c].dep}", 1.0))
    outside = [p for p in range(len(hits)) if hits[p] and not first <= p <= last]
    if outside:
        left = min((first - p for p in outside if p < first), default=_FAR)
        right = min((p - last for p in outside if p > last), default=_FAR)
        f.append((f"near|L|{_bucket(left)}", 1.0))
        f.append((f"near|R|{_bucket(right)}", 1.0))
        f.append((f"near|{t}|{_bucket(min(left, right))}", 1.0))
        td = min(_path(tree, head, p) for p in outside)
        f.append((f"path|{min(td, 6)}", 1.0))
        f.append((f"path|{t}|{min(td, 6)}", 1.0))
        tot = sum(hits[p] for p in outside)
        f.append(("meandist", sum(hits[p] * min(abs(p - first), abs(p - last), 20) for p in outside) / tot / 10))
        f.append(("meanpath", sum(hits[p] * min(_path(tree, head, p), 8) for p in outside) / tot / 4))
        f.append((f"meanpath|{t}", sum(hits[p] * min(_path(tree, head, p), 8) for p in outside) / tot / 4))
        cl = scene.clause[at]
        cover = sum(hits[p] for p in outside if tree.left[cl] <= p <= tree.right[cl]) / tot
        f.append(("clause", cover))
        f.append((f"clause|{t}", cover))
    lost = sum(hits[p] for p in inside_hit) / scene.total
    f.append(("lost", lost))
    f.append((f"lost|{t}", lost))
    f.append((f"place|{k}", first / len(tokens)))
    f.append(("big", length / len(tokens)))
    f.append((f"big|{t}", length / len(tokens)))
    f.append((f"headhit|{t}|{hits[head] > 0:d}", 1.0))
    f.append((f"headhit|{tok.pos}|{dep}|{hits[head] > 0:d}", 1.0))
    quoted = next((("=" if (b, e) == (first, last) else "in") for b, e in tree.quoted if b <= first and last <= e), "-")
    f.append((f"quote|{t}|{quoted}|{cut == 'quote'}", 1.0))
    sp = scene.lemmas[gov] in _SPEECH
    f.append((f"speech|{t}|{sp:d}|{dep}", 1.0))
    if (tokens[first].start, tokens[last].end) in scene.facts:
        f.append((f"fact|{k}", 1.0))
    if tok.pos in {"PRON"}:
        f.append((f"pron|{scene.lemmas[head]}", 1.0))
    return f


def _path(tree: Tree, a: int, b: int) -> int:
    """Steps between two words in the tree."""
    ups, n = {a: 0}, 0
    at = a
    while tree.heads[at] != at and n < _FAR:
        at = tree.heads[at]
        n += 1
        ups.setdefault(at, n)
    n = 0
    while b not in ups and n < _FAR:
        if tree.heads[b] == b:
            return _FAR
        b, n = tree.heads[b], n + 1
    return ups.get(b, _FAR) + n
