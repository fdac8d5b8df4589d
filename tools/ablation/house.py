"""The rooms that are looked into: their rules, and what they make of an article with one rule off."""

from __future__ import annotations

import ast
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.ablation import entries
from tools.ablation.constants import constants
from tools.ablation.functions import functions
from tools.ablation.imported import ROOMS, opened
from tools.ablation.patterns import alternatives
from tools.ablation.sites import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import CodeType

    from bot.model import Article, Digest, Findings
    from tools.ablation.network import Network

    Result = tuple[Findings, Digest]
    Digests = Callable[[Article], Result]

ROOT = Path(__file__).parents[2]
LISTS = "bot/facts/data"
LEXICON, READER, EXTRACTORS = "bot.facts.text.lexicon", "bot.facts.reader", "bot.facts.findings"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, by the module and the file that it stands in; the entries of a list of words."""

    module: str
    file: str
    site: Site
    entries: tuple[str, ...] = ()


class House:
    """All modules of the rooms, read once: whoever edits them meanwhile does no harm."""

    def __init__(self, network: Network) -> None:
        paths = (path for room in ROOMS for path in sorted((ROOT / room.replace(".", "/")).rglob("*.py")))
        self.network = network
        self._paths = {_module(path): path for path in paths}
        self._trees = {name: ast.parse(path.read_text("utf-8")) for name, path in self._paths.items()}
        self._codes = {name: self._compiled(name) for name in self._trees}
        self._early = self._before({READER})
        self._pages: dict[str, Any] = {}
        self.rules = tuple(self._rules())

    def _rules(self) -> Iterator[Rule]:
        for module, tree in self._trees.items():
            file = self._paths[module].relative_to(ROOT).as_posix()
            for site in (*constants(tree), *alternatives(tree), *functions(tree)):
                yield Rule(module, file, site, entries.of_site(site) if site.kind == "list" else ())
        for path in sorted((ROOT / LISTS).iterdir()):
            yield Rule(LEXICON, f"{LISTS}/{path.name}", self._list(path), entries.of_file(path))

    def _list(self, path: Path) -> Site:
        """A file of words, which the lexicon finds empty."""
        body = self._trees[LEXICON].body
        reads = next(node for node in body if isinstance(node, ast.FunctionDef) and node.name == "_lines")
        empty = ast.parse(f"if name == {path.stem!r}:\n    return []").body
        return Site("list", path.name, 1, reads, "body", [*empty, *reads.body])

    def _before(self, known: set[str]) -> set[str]:
        """Modules that have a say before the extractors have: what the reader imports, and what that imports."""
        found = {name for module in known for name in _imports(self._trees[module]) & self._trees.keys()}
        more = found - known - {EXTRACTORS}
        return self._before(known | more) if more else known

    def whole(self) -> Digests:
        """What reads and composes with all rules on; the pages that it reads are kept for the others."""
        reader, digests = opened(self._paths, self._codes, None)
        find = reader.find

        def keep(page: Any) -> Findings:  # noqa: ANN401  the room's own page
            self._pages[page.text] = page
            found: Findings = find(page)
            return found

        vars(reader)["find"] = keep
        return self._read(reader, digests)

    def without(self, rule: Rule) -> Digests:
        """The same without a rule; one that speaks last gets the pages as they were read."""
        with rule.site.off():
            codes = self._codes | {rule.module: self._compiled(rule.module)}
        reader, digests = opened(self._paths, codes, None)
        if rule.module in self._early:
            return self._read(reader, digests)
        return _composed(lambda article: reader.find(self._pages[article.text]), digests)

    def heard(self, saw: Callable[[str, object, object], object]) -> Digests:
        """The same with all rules on; every rule that speaks is heard, and its name is its number."""
        with ExitStack() as stack:
            for number, rule in enumerate(self.rules):
                if rule.site.speaks:
                    stack.enter_context(rule.site.heard(str(number)))
            codes = {name: self._compiled(name) for name in self._trees}
        return self._read(*opened(self._paths, codes, saw))

    def _compiled(self, module: str) -> CodeType:
        tree = ast.fix_missing_locations(self._trees[module])
        return compile(tree, str(self._paths[module]), "exec", dont_inherit=True)

    def _read(self, reader: Any, digests: Any) -> Digests:  # noqa: ANN401  modules
        """From the text to the digest; the grammar itself is not asked for."""
        vars(reader).update(_load=lambda _: self.network, reading_of=lambda _: None)
        read = reader.SpacyReader("").read
        return _composed(lambda article: read(article)[1], digests)


def _composed(find: Callable[[Article], Findings], digests: Any) -> Digests:  # noqa: ANN401  a module
    def digest(article: Article) -> Result:
        findings = find(article)
        return findings, digests.compose(article, findings, (), "")

    return digest


def _imports(tree: ast.Module) -> set[str]:
    """The modules that a module imports; not those that only its types need."""
    statements = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module]
    return {node.module or "" for node in statements} | {
        f"{node.module}.{name.name}" for node in statements for name in node.names
    }


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
