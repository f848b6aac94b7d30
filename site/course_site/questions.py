"""Predictions on the page: a click on a choice answers as the notebook does.

The cell that asks, `exercise.NAME.answer("?")`, gives way to what static/questions.js
needs: the sentence for each letter, from the lesson's own question, and a place for it.
The choices stay the list that they are, and become buttons where JavaScript runs.
"""

import html
import json
import re
from pathlib import PurePosixPath

from docutils import nodes
from sphinx.errors import ExtensionError

from course_site.figures import is_code_cell
from course_site.words import _, words_of_lesson
from tools.lessons import exercises_module
from utils.checking.verdicts import State

CALL = re.compile(r'exercise\.(\w+)\.answer\("\?"\)')
CHOICE = re.compile(r"\(([a-z])\) ")


def setup(app):
    app.add_css_file("questions.css")
    app.add_js_file("questions.js", loading_method="defer")
    app.connect("doctree-read", let_choose)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def let_choose(app, doctree):
    """Make each question of a page one that is answered by a click."""
    for cell in list(doctree.findall(is_code_cell)):
        called = CALL.fullmatch(source_of(cell))
        if not called:
            continue
        name = lesson_of(app.env.docname)
        said = sentences(getattr(exercises_module(name), called[1]))
        choices = choices_before(cell)
        if letters_of(choices) != list(said):
            raise ExtensionError(
                f"{app.env.docname}: the list above the question {called[1]} does not "
                f"offer its choices, {', '.join(said)}."
            )
        words = words_of_lesson(app.config.language, name)
        for choice in said.values():
            choice["text"] = words.get(choice["text"], choice["text"])
        choices["classes"].append("choices")
        page = place_for_the_answer(called[1], said)
        cell.parent[cell.parent.index(cell)] = nodes.raw("", page, format="html")


def sentences(question):
    """{letter: {"text": what is said of it, "right": whether it is}}, in order."""
    return {
        letter: {"text": verdict.text, "right": verdict.state is State.RIGHT}
        for letter in sorted(question.choices)
        for verdict in [question.verdict(letter)]
    }


def place_for_the_answer(name, said):
    """What stands below the choices: their sentences, and where one of them appears."""
    data, words = (
        html.escape(json.dumps(each, ensure_ascii=False))
        for each in (said, own_words())
    )
    until_then = _("Choose for yourself, then open the answer.")  # where no script runs
    return (
        f'<div class="question" data-name="{name}" data-said="{data}" '
        f'data-words="{words}"><p class="said" role="status">{until_then}</p></div>\n'
    )


def own_words():
    """The words that static/questions.js needs, in the language of the page.

    "answer" is what names the fold that a question ends with, in every lesson.
    """
    return {
        "answer": _("The answer"),
        "right": _("(chosen: right)"),
        "wrong": _("(chosen: not right)"),
    }


def lesson_of(docname):
    """The name of a page's lesson, "03" or "03b", as its file begins with it."""
    return PurePosixPath(docname).name.partition("_")[0]


def source_of(cell):
    """The code of a cell."""
    parts = cell.findall(
        lambda node: (
            isinstance(node, nodes.container)
            and node.get("nb_element") == "cell_code_source"
        )
    )
    return "".join(part.astext() for part in parts).strip()


def choices_before(cell):
    """The list right above a cell; None where something else stands there."""
    place = cell.parent.index(cell)
    above = cell.parent[place - 1] if place else None
    return above if isinstance(above, nodes.bullet_list) else None


def letters_of(choices):
    """The letters that the items of a list begin with, or None."""
    begun = [CHOICE.match(item.astext()) for item in choices or ()]
    return [match and match[1] for match in begun]
