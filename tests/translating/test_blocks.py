"""A text cell is cut into what translators get, and made of what they give."""

from itertools import pairwise

import pytest

from tests.one_sentence import assert_one_sentence
from tools.translating.blocks import NotInPieces, faults, pieces, rebuilt

CELL = """\
## A heading, with `code`

A paragraph with **bold**, a [link](03_pooling.ipynb) and $x_1$.

- an item
  - one beneath it
1. 1
2. one

| left | right |
|---|---|
| 1 | 11 |
| 1 |  |

> quoted

<details>
<summary>The answer</summary>

It is (a).

</details>

$$
a + b
$$

```python
no = "text"
```
"""
TEXTS = [
    "A heading, with `code`",
    "A paragraph with **bold**, a [link](03_pooling.ipynb) and $x_1$.",
    "an item",
    "one beneath it",
    "1",
    "one",
    *("left", "right", "1", "11", "1"),
    "quoted",
    "The answer",
    "It is (a).",
    "a + b",
]


def test_what_is_text_is_cut_out_in_order():
    assert [piece.text for piece in pieces(CELL)] == TEXTS


def test_each_piece_stands_where_it_says():
    found = pieces(CELL)
    assert [CELL[piece.start : piece.end] for piece in found] == TEXTS
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_the_same_words_give_the_same_cell():
    assert rebuilt(CELL, str) == CELL


def test_other_words_change_nothing_else():
    other = rebuilt(CELL, lambda text: f"§{text}§")
    assert [piece.text for piece in pieces(other)] == [f"§{text}§" for text in TEXTS]
    assert other.replace("§", "") == CELL


@pytest.mark.parametrize("said", ["one\n\ntwo", "# a heading", "- an item", "1. a"])
def test_a_translation_stays_one_paragraph(said):
    with pytest.raises(NotInPieces) as caught:
        rebuilt("A text.\n\nAnother.", lambda text: said)
    assert_one_sentence(caught, "begins “A text.”", "changes what is a paragraph")


def test_a_paragraph_of_several_lines_inside_a_list_is_refused():
    with pytest.raises(NotInPieces) as caught:
        pieces("- begun here\n  and ended there\n")
    assert_one_sentence(caught, "begun here", "begun here and", "into one line")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("0.5 of 3 000, at 1.5 %", "0,5 von 3 000, bei 1,5 %"),
        ("*tools* and `fit`, **now**", "**jetzt** `fit` und *Werkzeuge*"),
        ("[lesson 3](03_pooling.ipynb)", "[Lektion 3](03_pooling.ipynb)"),
        ("$x_1$ is large", "groß ist $x_1$"),
        ("✗ Not (b). Is 2 < 3?", "✗ Nicht (b). Ist 2 < 3?"),
    ],
)
def test_words_may_change(text, said):
    assert faults(text, said) == []


@pytest.mark.parametrize(
    ("text", "said", "told"),
    [
        ("28 fish", "38 Fische", ["number 28", "number 38"]),
        ("1.5 s", "15 s", ["number 1.5", "number 15"]),
        ("call `fit`", "ruf fit auf", ["code or formula fit"]),
        ("call `fit`", "ruf `passe` auf", ["formula fit", "formula passe"]),
        ("$x$ and $x$", "$x$", ["formula x stands 2 times", "1 times in the tr"]),
        ("[a](03_pooling.ipynb)", "[a](04_sobel.ipynb)", ["04_sobel", "03_pool"]),
        ("[a](03_pooling.ipynb)", "a", ["link to 03_pooling.ipynb"]),
        ("a **term**", "ein Wort", ["bold text stands 1 times"]),
        ("a *term*", "ein **Wort**", ["emphasis", "bold text"]),
        ("![a cat](cat.png)", "eine Katze", ["picture cat.png"]),
        ("one line", "zwei\nZeilen", ["tag or break"]),
        ("plain", "<b>fett</b>", ["tag or break <b>"]),
    ],
)
def test_all_else_may_not(text, said, told):
    found = " / ".join(faults(text, said))
    assert found and all(part in found for part in told)
