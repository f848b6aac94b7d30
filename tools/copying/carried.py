"""What became of the learner's work when a copy was renewed, and how it is told."""

from dataclasses import dataclass, field

from tools.copying.sentences import counted, listed


@dataclass
class Carried:
    """The learner's cells, by names of exercises and of sections of the lesson."""

    tasks: list = field(default_factory=list)
    answers: list = field(default_factory=list)
    changed: int = 0  # other cells of the lesson, as the learner changed them
    added: int = 0  # the learner's own cells
    new_stubs: list = field(default_factory=list)  # of the tasks
    asked_anew: list = field(default_factory=list)  # questions
    as_text: list = field(default_factory=list)  # sections
    left_behind: list = field(default_factory=list)  # tasks, questions, sections

    def lines(self):
        """What is told of it, a sentence each."""
        found = [f"your code for {listed(self.tasks)}"] if self.tasks else []
        found += [f"your answer to {listed(self.answers)}"] if self.answers else []
        if self.changed:
            found.append(f"{counted(self.changed, 'other cell')} that you changed")
        if self.added:
            found.append(f"{counted(self.added, 'cell')} that you added")
        yield f"Carried over: {'; '.join(found)}." if found else "Nothing carried over."
        if self.new_stubs:
            yield (
                "The course has changed the cell to fill in, and yours stands there, "
                f"so read the task once more: {listed(self.new_stubs)}."
            )
        if self.asked_anew:
            yield f"Asked anew, as its text has changed: {listed(self.asked_anew)}."
        if self.as_text:
            yield (
                "Changed by you and by the course, so yours stands below as text: in "
                f"{listed(dict.fromkeys(self.as_text))}."
            )
        if self.left_behind:
            yield f"In your older copy only: {listed(self.left_behind)}."
