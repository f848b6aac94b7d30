"""For `make translation`: write translated notebooks into translated/de/.

python -m tools.translating.write de 8c
"""

import sys

from tools.lessons import UnknownLesson, notebook_path
from tools.translating.catalogs import Refused, chosen_languages, chosen_lessons, shown
from tools.translating.notebooks import FOLDER, beside, translated
from tools.whole_files import write_whole


def main(languages, lesson):
    texts = {
        FOLDER / language / notebook_path(name).name: beside(
            translated(name, language), language
        )
        for language in chosen_languages(languages)
        for name in chosen_lessons(language, lesson)
    }
    for path, text in texts.items():  # only now that every one is right
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text)
        print(shown(path))


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except (Refused, UnknownLesson) as error:
        sys.exit(str(error))
