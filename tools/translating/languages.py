"""For `make site`: the languages to build, if all in them is translated; else why not.

python -m tools.translating.languages ""
"""

import sys

from tools.translating.catalogs import (
    SITE,
    Refused,
    chosen_languages,
    finished,
    path_of,
    translated_lessons,
)
from tools.translating.notebooks import translated


def main(text):
    languages = chosen_languages(text)
    for language in languages:
        finished(path_of(language, SITE))
        for name in translated_lessons(language):
            translated(name, language)
    print(*languages)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Refused as error:
        sys.exit(str(error))
