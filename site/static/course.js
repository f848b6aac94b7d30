// What every page does.

// What moves sideways by itself must be reached by the keyboard, too.
function reachByKeyboard() {
  for (const part of document.querySelectorAll("mjx-container, table.dataframe, .bd-article pre")) {
    if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
  }
}

addEventListener("load", reachByKeyboard);
addEventListener("resize", reachByKeyboard);
