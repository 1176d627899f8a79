"""How many copies a group needs."""

from __future__ import annotations

from dataclasses import dataclass

from takeabreath.model.labels import PackLabels

#: How small and how large a group can be.
SMALLEST_GROUP, LARGEST_GROUP = 1, 500


@dataclass(frozen=True, slots=True)
class Share:
    """How many people have one between them; 0 stands for the room, where one is enough.

    One copy is cut into `sets`, each for that many people. What is `for_leader` stays with whoever leads.
    """

    people: int
    sets: int = 1
    for_leader: bool = False


LEADER, ROOM, EACH, PAIR = Share(0, for_leader=True), Share(0), Share(1), Share(2)


def copies_for(share: Share, group: int) -> int:
    """Copies so that nobody goes without, and no more."""
    return 1 if share.people == 0 else -(-group // (share.people * share.sets))


def for_whom(share: Share, labels: PackLabels) -> str:
    """The share in words."""
    if share.for_leader:
        return str(labels.for_you)
    if share.people == 0:
        return str(labels.for_the_room)
    return str(labels.each) if share.people == 1 else labels.for_several.format(count=share.people)
