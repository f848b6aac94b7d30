"""The workflow that publishes the site builds what make builds, and hands it over."""

import os
import re

import yaml

from tools.lessons import COURSE

WORKFLOWS = COURSE / ".github" / "workflows"
PINNED = re.compile(r"[\w-]+/[\w-]+@v\d+")


def read():
    """The workflow, and the steps of its two jobs."""
    workflow = yaml.safe_load((WORKFLOWS / "site.yml").read_text(encoding="utf-8"))
    jobs = workflow["jobs"]
    return workflow, jobs["build"]["steps"], jobs["publish"]["steps"]


def test_it_hands_over_what_make_site_builds():
    _, build, publish = read()
    commands = [step["run"] for step in build if "run" in step]
    assert commands == ["make slides site LIVE=1"]
    (upload,) = [s for s in build if "upload-pages-artifact" in s.get("uses", "")]
    assert upload["with"]["path"] == "site/out"
    assert any("deploy-pages" in step.get("uses", "") for step in publish)


def test_it_may_publish_and_nothing_else():
    workflow, *_ = read()
    assert workflow["permissions"] == {
        "contents": "read",
        "pages": "write",
        "id-token": "write",
    }
    assert workflow["jobs"]["publish"]["needs"] == "build"
    assert workflow["jobs"]["publish"]["environment"]["name"] == "github-pages"


def test_every_action_has_a_version():
    _, build, publish = read()
    used = [step["uses"] for step in build + publish if "uses" in step]
    assert used and all(PINNED.fullmatch(action) for action in used)


def test_the_address_of_the_site_stands_in_one_place():
    _, build, _ = read()
    (step,) = [step for step in build if "env" in step]
    (variable,) = step["env"]
    conf = (COURSE / "site" / "conf.py").read_text(encoding="utf-8")
    assert conf.count(f'"{variable}"') == 1 and "html_baseurl" in conf


def test_ci_runs_the_tests_and_then_those_of_the_site():
    script = COURSE / ".ci" / "run"
    commands = re.findall(r"\bmake [\w-]+", script.read_text(encoding="utf-8"))
    assert commands == ["make test", "make test-site"]
    assert os.access(script, os.X_OK)
