"""The translations that the course has: up to date, whole, and only in other words."""

import json

import pytest

from tools.lessons import all_lessons, notebook_path
from tools.translating import catalogs
from tools.translating.blocks import faults
from tools.translating.catalogs import SITE, languages, path_of, translated_lessons
from tools.translating.extracting import site_template, templates
from tools.translating.notebooks import in_other_words, translated

STORED = [(lang, name) for lang in languages() for name in translated_lessons(lang)]
FILES = STORED + [(language, SITE) for language in languages()]


@pytest.fixture(scope="module")
def wanted():
    """What Sphinx asks to be translated, of each lesson that is, and of the site."""
    return templates(sorted({name for _, name in STORED})) | {SITE: site_template()}


def ids(catalog):
    return [message.id for message in catalog if message.id]


def test_there_is_one():
    assert ("de", "08c") in STORED


@pytest.mark.parametrize(("language", "name"), FILES)
def test_it_is_up_to_date(wanted, language, name):
    """Else: make messages LANGUAGE=de LESSON=8c, then translate what is new."""
    stored = ids(catalogs.read(path_of(language, name)))
    missing = [text for text in ids(wanted[name]) if text not in stored]
    obsolete = [text for text in stored if text not in ids(wanted[name])]
    assert (missing, obsolete) == ([], [])
    assert stored == ids(wanted[name])  # in the order of the lesson


@pytest.mark.parametrize(("language", "name"), FILES)
def test_its_file_is_as_make_messages_writes_it(wanted, language, name):
    path = path_of(language, name)
    stored = path.read_text(encoding="utf-8")
    assert catalogs.renewed(path, language, wanted[name]) == stored


@pytest.mark.parametrize(("language", "name"), FILES)
def test_nothing_is_left_to_do(language, name):
    catalog = catalogs.read(path_of(language, name))
    assert [m.id for m in catalog if m.id and (not m.string or m.fuzzy)] == []
    assert not catalog.obsolete


@pytest.mark.parametrize(("language", "name"), FILES)
def test_it_changes_words_only(language, name):
    words = catalogs.finished(path_of(language, name))
    changed = {text: faults(text, said) for text, said in words.items()}
    assert {text: found for text, found in changed.items() if found} == {}


@pytest.mark.parametrize(("language", "name"), STORED)
def test_code_and_outputs_stay_one(language, name):
    """All bytes of the file, but for text cells and the words for figures."""
    stored = notebook_path(name).read_text(encoding="utf-8")
    other = translated(name, language)
    assert without_words(other) == without_words(stored)
    assert other != stored


def without_words(text):
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] = []
        cell["metadata"].pop("alt", None)
    return json.dumps(notebook, indent=1, ensure_ascii=False)


@pytest.mark.parametrize("name", all_lessons())
def test_every_lesson_is_cut_and_put_together_again(name):
    stored = notebook_path(name).read_text(encoding="utf-8")
    texts = []
    assert in_other_words(stored, lambda text: texts.append(text) or text) == stored
    assert {text: faults(text, text) for text in texts if faults(text, text)} == {}


@pytest.mark.long
def test_what_sphinx_asks_is_what_is_put_back():
    """Every message of every lesson, none besides.

    What is said of a choice stands in no cell: it is for the lesson's page alone.
    """
    apart = {}
    for name, catalog in templates(all_lessons()).items():
        texts = []
        stored = notebook_path(name).read_text(encoding="utf-8")
        in_other_words(stored, lambda text, texts=texts: texts.append(text) or text)
        asked = {
            text for text in ids(catalog) if not text.startswith(("✓ (", "✗ Not ("))
        }
        if asked != set(texts):
            apart[name] = asked ^ set(texts)
    assert apart == {}
