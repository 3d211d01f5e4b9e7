"""What a file holds in a known field is in its shape, or stands aside under a question mark."""

from __future__ import annotations

from typing import Any

import pytest

from models.shape import shaped


@pytest.mark.parametrize(
    ("kind", "document", "expected"),
    [
        ("run", {"leave": ["05:40"]}, {"leave?": ["05:40"]}),
        ("run", {"leave": "half six"}, {"leave": "half six"}),
        ("run", {"passengers": ["p1"]}, {"passengers?": ["p1"]}),
        ("run", {"stops": ["l1", 2]}, {"stops?": ["l1", 2]}),
        ("run", {"day": 20261121}, {"day?": 20261121}),
        ("event", {"length": True}, {"length?": True}),
        ("event", {"done": True}, {"done": True}),
        ("place", {"lat": 47, "lon": 8.5}, {"lat": 47, "lon": 8.5}),
        ("run", {"number": 7}, {"number?": 7}),
        ("run", {"warp": [1]}, {"warp": [1]}),
        ("hologram", {"beam": {"a": 1}}, {"beam": {"a": 1}}),
    ],
)
def test_a_field_out_of_shape_stands_aside(
    kind: str, document: dict[str, Any], expected: dict[str, Any]
) -> None:
    assert expected == shaped(kind, document)


def test_a_document_in_its_shape_is_the_same_document() -> None:
    document = {"id": "r1", "number": "M1", "leave": "05:40", "passengers": {"p1": True}}

    assert shaped("run", document) is document
