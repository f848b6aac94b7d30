// What must stand before the libraries of a deck are loaded.

window.MathJax = {
  tex: { inlineMath: [["\\(", "\\)"]], displayMath: [["\\[", "\\]"]] },
  svg: { fontCache: "local" },
  options: { skipHtmlTags: ["pre", "code", "script", "style"] },
  startup: { typeset: false }, // deck.js asks for it, while all slides can be measured
};

// Playthings wait here until their slide is shown: it has no size before.
window.waiting = new Map();
window.whenShown = (id, mount) => {
  const holder = document.getElementById(id);
  waiting.set(holder, mount);
  if (holder.closest("section").classList.contains("present")) window.play?.(holder);
};
