"""The slides of a prediction: the scene, the question that waits, its result."""

import re

from course_slides.choosing import MOST_WORDS, beginning, count_words, sentences
from course_slides.slides import Slide
from utils.checking.verdicts import State

PREDICT = "**Predict.**"
ANSWER = re.compile(r"The answer is \([a-z]\)(?:[.:]|[,;] .*?\.)\s+")


class Predictions:
    """What a deck does with predictions; rules.py has the rest of it."""

    def question(self, piece):
        """The words of a prediction; its choices follow."""
        self.waiting.append(piece.text)
        self.asked = piece.text.removeprefix(PREDICT).strip()

    def choices(self, piece):
        *scene, question = self.scenes_and_question(piece)
        said, self.waiting = self.waiting[-1:], self.waiting[:-1]
        for text in scene:
            self.add("text", piece, title=self.section, text=text)
        self.waiting += said
        choices = piece.wishes.get("choices", piece.choices)
        self.add("predict", piece, title=question, choices=choices)

    def scenes_and_question(self, piece):
        """What stands on the slides before, and what is asked above the choices."""
        if "question" in piece.wishes:
            return [*piece.wishes.get("scenes", []), piece.wishes["question"]]
        scenes = [self.setting] if self.setting else []
        *first, last = sentences(self.asked)
        choices = piece.wishes.get("choices", piece.choices)
        shown = [self.section, self.asked, *choices.values()]
        if sum(map(count_words, shown)) > MOST_WORDS and first:
            scenes.append(" ".join(first))
        else:
            last = self.asked
        most = MOST_WORDS - count_words(self.section)
        if scenes and count_words(" ".join(scenes)) <= most:
            scenes = [" ".join(scenes)]
        return [*(beginning(scene, most) for scene in scenes), last]

    def asks(self, piece):
        """The cell that asks: the slide before it gets the question's name."""
        question = getattr(self.exercises, piece.text)
        right = next(
            letter
            for letter in question.choices
            if question.verdict(letter).state is State.RIGHT
        )
        self.slides[-1].question, self.slides[-1].right = piece.text, right
        self.asked = self.slides[-1]

    def result(self, piece, **fields):
        """The slide after a prediction."""
        asked, self.asked = self.asked, None
        return self.add(
            "result",
            piece,
            choices=asked.choices,
            question=asked.question,
            right=asked.right,
            **fields,
        )

    def answer(self, piece):
        if isinstance(self.asked, Slide):
            asked = self.asked
            text = piece.wishes.get("answer", without_letter(piece.text))
            beside = f"{self.section} {asked.choices[asked.right]}"
            most = MOST_WORDS - count_words(beside)
            title = f"The answer is ({asked.right})"
            self.result(piece, title=title, text=beginning(text, most - 4))
        self.note(piece.text)


def without_letter(answer):
    """The words of an answer after "The answer is (b)"."""
    rest = ANSWER.sub("", answer, count=1)
    return rest[:1].upper() + rest[1:]
