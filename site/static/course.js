// What every page does.

// What moves sideways by itself must be reached by the keyboard, too.
function reachByKeyboard() {
  for (const part of document.querySelectorAll("mjx-container, table.dataframe, .bd-article pre")) {
    if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
  }
}

// A figure that a narrow screen has made small opens by itself, as large as it is.
function openFigures() {
  for (const figure of document.querySelectorAll(".cell_output > img")) {
    if (figure.clientWidth > 0.6 * figure.naturalWidth) continue;
    const link = document.createElement("a");
    link.href = figure.src;
    link.title = "Open this figure in its full size";
    figure.replaceWith(link);
    link.append(figure);
  }
}

// In a table, a long name is parted between its words, and a long number into equal parts.
const WITHIN_NAMES = /(?<=[a-z])(?=[A-Z])|(?<=[_./=(-])(?=\w)|(?<=^(?:[0-9a-f]{8})+)(?=[0-9a-f])/;
function partNames() {
  for (const name of document.querySelectorAll("td code.literal .pre")) {
    const parts = name.textContent.split(WITHIN_NAMES);
    name.replaceChildren(...parts.flatMap((part, n) => (n ? [document.createElement("wbr"), part] : [part])));
  }
}

addEventListener("DOMContentLoaded", partNames);
addEventListener("load", openFigures);
addEventListener("load", reachByKeyboard);
addEventListener("resize", reachByKeyboard);
