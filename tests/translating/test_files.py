"""Files of translations: read, renewed, and refused in one sentence."""

import json

import pytest
from babel.messages.catalog import Catalog

from tests.one_sentence import assert_one_sentence
from tools.translating import catalogs, languages, messages, notebooks, write
from tools.translating.catalogs import Refused, finished, path_of, renewed
from tools.translating.notebooks import beside, translated

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
FILE = HEAD + 'msgid "Photos"\nmsgstr "Fotos"\n\nmsgid "Two"\nmsgstr "Zwei"\n'
LESSON = "08c"
STEM = "08c_photos_from_a_folder"


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Where translations lie and are written: nothing of the course is touched."""
    monkeypatch.setattr(catalogs, "FOLDER", tmp_path / "translations")
    monkeypatch.setattr(notebooks, "FOLDER", tmp_path / "translated")
    monkeypatch.setattr(write, "FOLDER", tmp_path / "translated")
    return tmp_path


@pytest.fixture
def german(place):
    """Writes the lesson's file; what it says, with something replaced."""
    stored = path_of_course()

    def put(old="", new=""):
        text = stored.read_text(encoding="utf-8")
        assert old in text
        path = path_of("de", LESSON)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        site = path.with_name("site.po")
        site.write_text(stored.with_name("site.po").read_text("utf-8"), "utf-8")
        return path

    return put


def path_of_course():
    return catalogs.COURSE / "translations" / "de" / f"{STEM}.po"


def template(*texts):
    catalog = Catalog()
    for text in texts:
        catalog.add(text)
    return catalog


def test_a_finished_file_is_read(tmp_path):
    path = tmp_path / "x.po"
    path.write_text(FILE, encoding="utf-8")
    assert finished(path) == {"Photos": "Fotos", "Two": "Zwei"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (FILE.replace('"Zwei"', '""'), "“Two” is empty"),
        (FILE.replace('msgid "Two"', '#, fuzzy\nmsgid "Two"'), "“Two” is fuzzy"),
        (
            FILE.replace('"Two"', '"Two'),
            "cannot be read: no text in quotation marks on",
        ),
        (FILE.replace('"Two"', '"Tw"o"'), "quotation marks on line 7"),
        (FILE.replace("msgid", "msgdi"), "cannot be read"),
        (FILE.encode("latin-1", "replace") + b'msgid "\xff"\n', "cannot be read"),
    ],
)
def test_one_that_is_not_is_refused(tmp_path, text, told):
    path = tmp_path / "x.po"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(Refused) as caught:
        finished(path)
    assert_one_sentence(caught, "x.po", told)


def test_a_new_file_asks_for_everything(tmp_path):
    text = renewed(tmp_path / "new.po", "de", template("One", "50 % of all"))
    assert 'msgid "One"\nmsgstr ""\n\nmsgid "50 % of all"\nmsgstr ""\n' in text
    assert '"Language: de\\n"' in text and "python-format" not in text


def test_a_renewed_one_keeps_what_is_said(tmp_path):
    path = tmp_path / "x.po"
    path.write_text(FILE, encoding="utf-8")
    asked = template("New", "Two", "Photos, or pictures")
    path.write_text(renewed(path, "de", asked), encoding="utf-8")
    stored = {m.id: (m.string, m.fuzzy) for m in catalogs.read(path) if m.id}
    assert stored["New"] == ("", False) and stored["Two"] == ("Zwei", False)
    assert [*stored] == ["New", "Two", "Photos, or pictures"]
    assert not catalogs.read(path).obsolete
    assert renewed(path, "de", asked) == path.read_text(encoding="utf-8")


def test_what_changed_a_little_is_a_guess(tmp_path):
    path = tmp_path / "x.po"
    path.write_text(FILE.replace("Photos", "Photos from a folder"), encoding="utf-8")
    text = renewed(path, "de", template("Photos from a folder."))
    assert '#, fuzzy\nmsgid "Photos from a folder."\nmsgstr "Fotos"' in text


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('msgstr "Erst teilen, dann mischen"', 'msgstr ""', "is empty"),
        ('msgid "One photo"', '#, fuzzy\nmsgid "One photo"', "is fuzzy"),
        ("erst 28 Fische", "erst 29 Fische", "the number 28 stands 1 times"),
        ('msgid "One photo"', 'msgid "A photo"', "lacks “One photo”: make messages"),
        ('"Zwei Auswege: ', '"- Zwei Auswege: ', "changes what is a"),
        ('msgstr "Ein einzelnes Foto"', 'msgstr "Ein', "cannot be read"),
    ],
)
@pytest.mark.parametrize("command", [write.main, languages.main])
def test_nothing_is_made_of_a_file_with_a_fault(german, place, old, new, told, command):
    german(old, new)
    with pytest.raises(Refused) as caught:
        command("de", *[LESSON] * (command is write.main))
    assert_one_sentence(caught, f"{STEM}.po", told)
    assert not (place / "translated").exists()


@pytest.mark.parametrize(
    ("language", "told"),
    [("xx", "Nothing is translated into 'xx'; there is: de."), ("../de", "'../de'")],
)
def test_a_language_that_nobody_began_is_refused(german, language, told):
    german()
    with pytest.raises(Refused) as caught:
        write.main(language, "")
    assert str(caught.value).startswith("Nothing is translated into")
    assert told in str(caught.value)


def test_a_lesson_that_is_not_translated_is_refused(german):
    german()
    with pytest.raises(Refused) as caught:
        write.main("de", "3")
    assert_one_sentence(caught, "Lesson 03 is not translated into 'de'", "08c")


@pytest.mark.parametrize("language", ["", "xx", "deutsch", "../de", "de; rm", "DE"])
def test_what_is_no_language_is_not_begun(place, language):
    with pytest.raises(Refused) as caught:
        messages.main(language, "8c")
    assert_one_sentence(caught, "is no code of a language", language or "(none named)")
    assert not (place / "translations").exists()


def test_the_notebook_is_written(german, place, capsys):
    german()
    write.main("", "8c")
    path = place / "translated" / "de" / f"{STEM}.ipynb"
    assert capsys.readouterr().out.strip() == str(path)
    notebook = json.loads(path.read_text(encoding="utf-8"))
    assert notebook["cells"][0]["source"][0] == "# 8c · Fotos aus einem Ordner\n"


def test_its_links_lead_to_the_course(german, place):
    german()
    text = beside(translated(LESSON, "de"), "de")
    cells = json.loads(text)["cells"]
    found = [
        link[2]
        for cell in cells
        if cell["cell_type"] == "markdown"
        for link in notebooks.LINK.finditer("".join(cell["source"]))
    ]
    folder = place / "translated" / "de"
    assert found and all((folder / link).resolve().is_file() for link in found)


def test_a_link_to_a_translated_lesson_stays_among_them(german):
    path = german()
    path.with_name("08_keras_sequential.po").write_text(FILE, encoding="utf-8")
    text = beside(translated(LESSON, "de"), "de")
    assert "[Lektion 8](08_keras_sequential.ipynb)" in text


def test_make_site_is_told_the_languages(german, capsys):
    german()
    languages.main("")
    assert capsys.readouterr().out == "de\n"
