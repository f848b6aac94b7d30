"""The stack of layers on dive 6c's page, in Chromium: by keys, by mouse, on a phone."""

import pytest

from utils.arrays.receptive_field import Window, receptive_fields

TITLE = "What does one number see?"
PICTURE = "[role=application]"


@pytest.fixture
def box(plaything):
    return plaything("06c", TITLE)


def finding(box):
    return box.locator(".play-field-said").inner_text()


def shown_fields(box):
    """The rows of the table, the picture's left out."""
    rows = box.locator("tbody tr").all()
    return [row.inner_text().split("\t") for row in rows[1:]]


def computed_fields(windows):
    names = [f"conv {n}" for n in range(1, len(windows) + 1)]
    return [
        [
            name,
            f"{field.positions}×{field.positions}",
            str(field.start).replace("-", "−"),
            str(field.jump),
            f"{field.size}×{field.size}",
        ]
        for name, field in zip(names, receptive_fields(windows, 32)[1:], strict=True)
    ]


def focused(page):
    return page.evaluate(
        """() => { const it = document.activeElement;
        const layer = it.closest("fieldset")?.querySelector("legend").innerText ?? "";
        const own = it.ariaLabel ?? it.labels?.[0]?.innerText ?? it.innerText;
        return layer && !own.startsWith(layer) ? `${layer}: ${own}` : own }"""
    )


def test_a_stack_is_built_by_keys_alone(box, page):
    assert finding(box).startswith("One number of conv 3 sees 7×7 pixels")
    box.get_by_label("Begin with").focus()
    page.keyboard.press("Tab")
    assert focused(page) == "conv 1: window"
    page.keyboard.press("Tab")
    assert focused(page) == "conv 1: stride"
    page.keyboard.press("ArrowDown")
    windows = [Window(3, stride=2), Window(3), Window(3)]
    assert shown_fields(box) == computed_fields(windows)
    for name in ("dilation", "padding", "later"):
        page.keyboard.press("Tab")
        assert focused(page) == f"conv 1: {name}"

    page.keyboard.press("Enter")  # later: it is conv 2 now, and keeps the focus
    assert focused(page) == "conv 2: later"
    page.keyboard.press("Enter")  # the last one has no later
    assert focused(page) == "conv 3: earlier"
    assert shown_fields(box) == computed_fields([*windows[1:], windows[0]])

    page.keyboard.press("Tab")
    assert focused(page) == "conv 3: remove"
    page.keyboard.press("Enter")
    assert focused(page) == "conv 2: remove"
    assert shown_fields(box) == computed_fields(windows[1:])

    page.keyboard.press("Tab")
    assert focused(page) == "Add a convolution"
    page.keyboard.press("Enter")
    assert focused(page) == "conv 3: window"
    page.keyboard.press("ArrowDown")
    assert shown_fields(box) == computed_fields([Window(3), Window(3), Window(4)])


def test_without_layers_one_can_be_added(box, page):
    for _ in range(3):
        box.get_by_label("conv 1: remove").click()
    assert finding(box) == "Without a layer, a number is one pixel."
    assert focused(page) == "Add a convolution"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert finding(box).startswith("One number of pool 1 sees 2×2 pixels")


def test_no_more_layers_than_can_be_seen(box):
    for _ in range(5):
        box.get_by_role("button", name="Add a pooling").click()
    assert box.locator("fieldset").count() == 8
    assert box.get_by_role("button", name="Add a convolution").is_disabled()


def test_a_window_that_does_not_fit_is_named(box):
    box.locator("fieldset").nth(1).get_by_label("window").select_option("11")
    box.locator("fieldset").nth(1).get_by_label("dilation").select_option("3")
    said = "conv 2 does not fit. The kernel covers 31 pixels but the padded input has "
    assert finding(box).startswith(f"{said}only 30")
    assert len(shown_fields(box)) == 1


@pytest.mark.parametrize("index", range(1, 4))
def test_the_lessons_stacks_have_the_fields_that_utils_computes(box, index):
    stacks = [
        [Window(3, stride=2), Window(3), Window(3)],
        [Window(3, dilation=d) for d in (1, 2, 4)],
        [Window(5, stride=3), Window(3, dilation=2)],
    ]
    box.get_by_label("Begin with").select_option(str(index))
    assert shown_fields(box) == computed_fields(stacks[index - 1])
    assert ("It has gaps" in finding(box)) == (index == 3)


def test_another_number_is_chosen_by_keys_and_by_the_mouse(box, page):
    status = box.get_by_role("status")
    box.locator(PICTURE).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    page.wait_for_timeout(500)
    assert "Row 12, column 14 of conv 3 sees rows 12 to 18" in status.inner_text()
    place = box.locator(f"{PICTURE} canvas").bounding_box()
    page.mouse.click(place["x"] + 2, place["y"] + place["height"] - 2)
    page.wait_for_timeout(500)
    assert "Row 25, column 0 of conv 3 sees rows 25 to 31" in status.inner_text()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_fits_a_phone(box, page, theme):
    page.set_viewport_size({"width": 390, "height": 800})
    page.emulate_media(color_scheme=theme)
    box.get_by_label("Begin with").select_option("4")
    widths = box.evaluate("it => [it.scrollWidth, it.clientWidth]")
    assert widths[0] <= widths[1] <= 390


def test_axe_finds_nothing_serious_in_dark(browser, out):
    from tests.site.visits import visit

    seen = visit(
        browser, out / "notebooks" / "06c_receptive_field.html", 390, "dark", ".play"
    )
    assert seen.faults == []
    assert [part for part in seen.sticking_out if "play" in part] == []
    assert seen.requests == []
