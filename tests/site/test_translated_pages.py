"""The pages in other languages: their own words, the same code, and ways to and fro."""

import base64
import re

import nbformat
import pytest

from course_site.questions import own_words
from course_site.shared_files import is_same, led_to
from course_site.translated import led_to_pages
from course_site.words import own_name
from tests.site.pages import FOLDS
from tests.site.stored_pages import StoredPage
from tools.lessons import all_lessons, exercises_module, notebook_path
from tools.translating.catalogs import (
    SITE,
    finished,
    languages,
    path_of,
    translated_lessons,
)
from tools.translating.notebooks import translated
from utils.checking.questions import Predict
from utils.checking.record import exercises

STORED = [(lang, name) for lang in languages() for name in translated_lessons(lang)]
EVERY = pytest.mark.parametrize(("language", "name"), STORED)
CODE = re.compile(r'<div class="highlight-ipython3.*?</pre>', re.DOTALL)
OUTPUT = re.compile(r'<div class="output .*?</pre>', re.DOTALL)
PICTURE = re.compile(r'src="[^"]*_images/([^"]+)"')
TURN = '<nav class="elsewhere languages"'


def file_of(out, language, name):
    folder = out if language == "en" else out / language
    return folder / "notebooks" / f"{notebook_path(name).stem}.html"


def text_of(out, language, name):
    return file_of(out, language, name).read_text(encoding="utf-8")


@EVERY
def test_it_says_which_language_it_is_in(out, language, name):
    text = text_of(out, language, name)
    words = finished(path_of(language, name))
    title = next(iter(words.values()))
    assert re.search("<html[^>]*>", text)[0].startswith(f'<html lang="{language}"')
    assert f"<h1>{title}<" in text and f"<title>{title}" in text


@EVERY
@pytest.mark.parametrize("part", [CODE, OUTPUT, PICTURE])
def test_code_outputs_and_pictures_are_the_same(out, language, name, part):
    english, other = (
        part.findall(text_of(out, code, name)) for code in ("en", language)
    )
    assert other == english and english


@EVERY
def test_one_page_leads_to_the_other(out, language, name):
    for here, there in (("en", language), (language, "en")):
        page = text_of(out, here, name)
        (nav,) = re.findall(f"{TURN}.*?</nav>", page)
        links = re.findall(r'href="(.*?)" lang="(.*?)" hreflang="\2">(.*?)<', nav)
        leads = {
            (file_of(out, here, name).parent / link).resolve(): (code, words)
            for link, code, words in links
        }
        assert leads[file_of(out, there, name).resolve()] == (there, own_name(there))


@pytest.mark.parametrize("language", languages())
def test_no_script_or_style_is_carried_twice(out, language):
    own = out / language / "_static"
    files = [file.relative_to(own) for file in own.rglob("*") if file.is_file()]
    english = out / "_static"
    assert files and not [
        file.as_posix() for file in files if is_same(own / file, english / file)
    ]


def test_only_shared_files_are_led_to():
    page = '<link href="_static/a.css?v=1"><script src="../_static/b.js">_static/a.css'
    there = (
        '<link href="../_static/a.css?v=1"><script src="../_static/b.js">_static/a.css'
    )
    assert led_to({"a.css"}, page) == there


def test_who_has_no_translation_leads_to_none(out):
    for name in set(all_lessons()) - {name for _, name in STORED}:
        assert TURN not in text_of(out, "en", name)


@pytest.mark.parametrize("language", languages())
def test_first_pages_lead_to_each_other(out, language):
    here, there = out / "index.html", out / language / "index.html"
    assert f"{language}/index.html" in StoredPage(here).links
    assert "../index.html" in StoredPage(there).links
    lessons = [
        f"notebooks/{notebook_path(n).stem}.html" for n in translated_lessons(language)
    ]
    assert set(lessons) <= set(StoredPage(there).links)


@EVERY
def test_a_reader_is_told_what_stays_english(out, language, name):
    words = finished(path_of(language, SITE))
    (told,) = [said for text, said in words.items() if text.startswith("The texts are")]
    assert f'<p class="translated">{told}</p>' in text_of(out, language, name)


@EVERY
def test_it_offers_the_notebook_in_its_words(out, language, name):
    text = text_of(out, language, name)
    (held,) = re.findall(r'download="[^"]*" href="data:[^,]*,([^"]*)"', text)
    saved = nbformat.reads(base64.b64decode(held).decode(), as_version=4).cells
    other = nbformat.reads(translated(name, language), as_version=4).cells
    kept = [cell for cell in saved if cell.id != "fetches"]
    assert [cell.source for cell in kept] == [cell.source for cell in other]


@EVERY
def test_its_figures_are_told_in_its_words(out, language, name):
    words = finished(path_of(language, name))
    english, other = (
        [p.alt for p in StoredPage(file_of(out, code, name)).pictures if p.in_output]
        for code in ("en", language)
    )
    assert other == [words[alt] for alt in english] and english


@EVERY
def test_a_click_answers_in_its_words(page, out, language, name):
    words = finished(path_of(language, name))
    site = finished(path_of(language, SITE))
    page.goto(file_of(out, language, name).as_uri())
    for question in exercises(exercises_module(name), Predict):
        place = page.locator(f'.question[data-name="{question.name}"]')
        choices = place.locator("xpath=preceding-sibling::*[1]").locator("button")
        letters = sorted(question.choices, key=lambda each: each == question.right)
        for letter in letters:
            button = choices.nth(sorted(question.choices).index(letter))
            button.click()
            said = words[question.verdict(letter).text]
            assert place.get_by_role("status").inner_text() == said
            kind = "right" if letter == question.right else "wrong"
            assert button.inner_text().endswith(site[own_words()[kind]])
        opened = place.evaluate(FOLDS.replace("The answer", site["The answer"]))
        assert opened and all(opened)


@pytest.mark.parametrize(
    ("link", "led"),
    [
        ("[two](02_relu.ipynb)", '<a href="../../notebooks/02_relu.html"'),
        ("[two](02_relu.ipynb#a-b)", '<a href="../../notebooks/02_relu.html#a-b"'),
        ("[pictures](../images/README.md)", '<a href="../../images/README.html"'),
        ("[three](03_pooling.ipynb)", None),  # is translated, too
        ("![a cat](../images/where_this_leads.png)", None),
        ("[MIT](../LICENSE)", None),
        ("[there](https://keras.io/api)", None),
        ("[above](#a-b)", None),
    ],
)
def test_its_links_lead_to_english_pages_where_there_is_no_other(link, led):
    text = led_to_pages(f"See {link} or not.", ["03"])
    if led is None:
        assert text == f"See {link} or not."
    else:
        words = re.match(r"\[(.*?)\]", link)[1]
        assert text == f'See {led} hreflang="en">{words}</a> or not.'
