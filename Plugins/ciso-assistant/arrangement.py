"""Where each requirement stands in a Waymark framework.

Waymark judges one level of the tree; CISO Assistant assesses any node, at any depth, and nodes below it too. So that
every assessed node is judged, and nothing else:

- the judged level is the depth of the deepest assessed node;
- assessed nodes that stand higher are put into added groups until they are deep enough, neighbours together;
- an assessed node with assessed nodes below it becomes a group whose first criterion is the node itself;
- what is not assessed and would come to stand at the judged level becomes a prompt of the criterion above it.
"""

from dataclasses import dataclass, field
from typing import List, Optional, Sequence

from library import Node
from losses import Losses
from slugs import Names, slug

ADDED_GROUP = "The library assesses at several depths, so groups were added until all judged criteria are at one"
ITSELF = "Assessed together with what stands below it: it became a group, and stands in it as a criterion itself"
PROMPT = "Not assessed, but beside what is: it became a prompt of the criterion above it"


@dataclass
class Place:
    """A criterion to be. Without a node it is a group that was added."""

    id: str
    title: str
    node: Optional[Node] = None
    is_judged: bool = False
    # The group of an assessed node carries its words; what helps to judge it stands with the criterion itself.
    is_split: bool = False
    places: List["Place"] = field(default_factory=list)
    prompts: List[Node] = field(default_factory=list)


@dataclass
class Arrangement:
    places: List[Place]
    # From 0; None where the library assesses nothing.
    judged_level: Optional[int]
    depth: int


def arrange(roots: Sequence[Node], title: str, losses: Losses) -> Arrangement:
    judged = max((_depth_of_assessed(root, 0) for root in roots), default=-1)
    level: Optional[int] = judged if judged >= 0 else None
    if level == 0 and any(not root.assessable for root in roots):
        level = 1
    top = Place("", title)
    _Arranger(level, losses).fill(top, roots, 0)
    return Arrangement(top.places, level, max(_depth(place) for place in top.places))


def _depth_of_assessed(node: Node, depth: int) -> int:
    own = depth if node.assessable and not node.has_assessed_below else -1
    return max([own] + [_depth_of_assessed(child, depth + 1) for child in node.children])


def _depth(place: Place) -> int:
    return 1 + max((_depth(child) for child in place.places), default=0)


class _Arranger:
    def __init__(self, level: Optional[int], losses: Losses) -> None:
        self.level = level
        self.losses = losses

    def fill(self, parent: Place, nodes: Sequence[Node], depth: int, itself: Optional[Node] = None) -> None:
        """Puts nodes, whose place is at `depth`, into a group: in order, and runs of assessed ones together."""
        names = Names()
        ids = {id(node): names.take(slug(node.tail), node.urn) for node in nodes}
        run: List[Place] = []
        if itself is not None:
            run.append(Place(names.take("itself", itself.urn), itself.name or itself.ref_id, itself, is_judged=True))
        for node in nodes:
            place = Place(ids[id(node)], node.name, node)
            if node.assessable and not node.has_assessed_below:
                place.is_judged = True
                self._fill_notes(place, node.children, (self.level or 0) + 1)
                run.append(place)
                continue
            self._end_run(parent, run, depth, names)
            run = []
            if node.has_assessed_below:
                place.is_split = node.assessable
                if node.assessable:
                    self.losses.add(ITSELF, node.label)
                self.fill(place, node.children, depth + 1, node if node.assessable else None)
                parent.places.append(place)
            else:
                self._note(parent, place, depth)
        self._end_run(parent, run, depth, names)

    def _end_run(self, parent: Place, run: List[Place], depth: int, names: Names) -> None:
        if not run:
            return
        group = parent
        for _ in range(depth, self.level or 0):
            taken = names if group is parent else Names()
            added = Place(taken.take("general", run[0].node.urn if run[0].node else ""), parent.title)
            if not added.title and parent.node is not None:
                added.title = parent.node.label
            group.places.append(added)
            group = added
        if group is not parent:
            self.losses.add(ADDED_GROUP, parent.node.label if parent.node else parent.title)
        group.places += run

    def _note(self, parent: Place, place: Place, depth: int) -> None:
        if depth == self.level and place.node is not None:
            self._prompt(parent, place.node)
        elif place.node is not None:
            self._fill_notes(place, place.node.children, depth + 1)
            parent.places.append(place)

    def _fill_notes(self, parent: Place, nodes: Sequence[Node], depth: int) -> None:
        names = Names()
        for node in nodes:
            self._note(parent, Place(names.take(slug(node.tail), node.urn), node.name, node), depth)

    def _prompt(self, parent: Place, node: Node) -> None:
        self.losses.add(PROMPT, node.label)
        parent.prompts.append(node)
        for child in node.children:
            self._prompt(parent, child)
