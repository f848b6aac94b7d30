"""Of a text in Markdown, the words that a slide has room for."""

import re

MOST_WORDS = 40
FEWEST_WORDS = 12  # of a slide that has nothing but words


def count_words(text):
    """The words of a text in Markdown; a formula or a name counts as one."""
    text = re.sub(r"\$\$?.+?\$\$?", "x", text, flags=re.DOTALL)
    text = re.sub(r"\]\([^)]*\)", "]", text)
    return len(re.findall(r"\w[\w'’.,×·-]*", text))


def sentences(text):
    """The sentences of a paragraph."""
    text = " ".join(text.split())
    ends = r"(?<=[.?!:])(?<!and others\.)(?<!e\.g\.)\s+(?=[A-Z*`$\"“(]|\d)"
    return re.split(ends, text)


def beginning(text, most=MOST_WORDS):
    """The first sentences of a paragraph, with at most so many words together."""
    chosen = []
    for sentence in sentences(text):
        if chosen and count_words(" ".join([*chosen, sentence])) > most:
            break
        chosen.append(sentence)
    return " ".join(chosen)


def split_items(items, most=MOST_WORDS):
    """A list cut into lists of at most so many words each."""
    groups = []
    for item in items:
        item = beginning(item, most)
        if groups and sum(map(count_words, [*groups[-1], item])) <= most:
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def terms(text):
    """The sentences of a paragraph that define a **term**."""
    return [sentence for sentence in sentences(text) if "**" in sentence]


def with_neighbours(text, most):
    """The sentences with a term; and those around them, where these are few words.

    most: the words that there is room for.
    """
    every = sentences(text)
    chosen = [i for i, sentence in enumerate(every) if "**" in sentence]

    def words(numbers):
        return count_words(" ".join(every[i] for i in numbers))

    while words(chosen) > most and len(chosen) > 1:
        chosen.pop()
    for near in (chosen[0] - 1, chosen[-1] + 1):
        if words(chosen) < FEWEST_WORDS and 0 <= near < len(every):
            if words([*chosen, near]) <= most:
                chosen = sorted([*chosen, near])
    for i in [*chosen]:  # what ends with a colon goes on
        if every[i].endswith(":") and i + 1 < len(every) and i + 1 not in chosen:
            if words([*chosen, i + 1]) <= most:
                chosen = sorted([*chosen, i + 1])
    return " ".join(every[i] for i in chosen)
