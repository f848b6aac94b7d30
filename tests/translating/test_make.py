"""What make hands on to the programs that translate."""

from tests.made import make, needs_make
from tools.lessons import COURSE


@needs_make
def test_the_language_of_a_shell_is_not_the_one_asked_for():
    """Many shells set LANGUAGE, for messages of programs."""
    for asked, handed in ([], ""), (["LANGUAGE=de"], "de"):
        result = make(COURSE, "-n", "translation", *asked, LANGUAGE="pt_BR:pt")
        assert f'tools.translating.write "{handed}" ""' in result.stdout
