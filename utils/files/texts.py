"""Sentences to read: reviews that praise or blame, and one text in many languages."""

import csv

import numpy as np

from utils.files.datasets import verified_path

REVIEWS_SHA256 = "287adcbfc148c6466a40b2e4a648f367633637c09af37cdbaf3a3cb904aee54d"
DECLARATION_SHA256 = "9a5a0d11d61c023e0cfaef032e3c9a02d7690e492df07115579467fc089701d9"


def load_reviews():
    """Return (sentences, labels, sites) of 3 000 sentences out of customers' reviews.

    sentences: a list of text. labels: int64 (3000,), 1 for praise and 0 for blame,
    1 500 each. sites: an array of text (3000,), "amazon", "imdb" or "yelp", 1 000 each.
    As they were collected: some sentences are there twice, and some more differ in
    capitals only.
    Raises FileNotFoundError or ValueError if data/reviews.csv is missing or altered.
    Source: Kotzias, Denil, de Freitas, Smyth (2015), From Group to Individual Labels
    Using Deep Features; see data/README.md.
    """
    rows = _rows("reviews.csv", REVIEWS_SHA256)
    labels = np.array([row["praise"] for row in rows], np.int64)
    sites = np.array([row["site"] for row in rows])
    return [row["sentence"] for row in rows], labels, sites


def load_declaration():
    """Return (paragraphs, labels, articles, languages): human rights in 16 languages.

    paragraphs: a list of text, 58 to 62 for each language. labels: int64 (n,),
    languages[label] is the language of a paragraph. articles: int64 (n,), 0 for the
    preamble, 1 to 30: an article says the same in all languages, so to test on what
    is new, keep each article on one side. languages: a list of 16 names.
    Raises FileNotFoundError or ValueError if the file is missing or altered.
    Source: Universal Declaration of Human Rights (1948); see data/README.md.
    """
    rows = _rows("declaration.csv", DECLARATION_SHA256)
    languages = list(dict.fromkeys(row["language"] for row in rows))
    labels = np.array([languages.index(row["language"]) for row in rows], np.int64)
    articles = np.array([row["article"] for row in rows], np.int64)
    return [row["paragraph"] for row in rows], labels, articles, languages


def _rows(name, sha256):
    with verified_path(name, sha256).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))
