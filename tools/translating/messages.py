"""For `make messages`: begin or renew the file in which a lesson is translated.

python -m tools.translating.messages de 8c    # translations/de/08c_….po, and site.po
"""

import sys

from tools.lessons import UnknownLesson, lesson_name
from tools.translating import catalogs
from tools.translating.catalogs import SITE, Refused
from tools.translating.extracting import site_template, templates


def main(language, lesson):
    language = catalogs.new_language(language)
    names = [lesson_name(lesson)] if lesson.strip() else []
    names = names or catalogs.translated_lessons(language)
    wanted = templates(names) | {SITE: site_template()}
    texts = {}
    for name, template in wanted.items():  # all of them, before any is written
        path = catalogs.path_of(language, name)
        texts[path] = catalogs.renewed(path, language, template)
    for path, text in texts.items():
        catalogs.write(path, text)
        messages = [message for message in catalogs.read(path) if message.id]
        left = sum(not message.string or message.fuzzy for message in messages)
        print(f"{catalogs.shown(path)}: {left} of {len(messages)} messages are to do.")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except (Refused, UnknownLesson) as error:
        sys.exit(str(error))
