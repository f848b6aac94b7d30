// In a live lesson, a link to what does not run here leads to its page on the site, two
// folders up, wherever the site lies. It is mended when it is pointed at or reached.
const THE_SITE = "https://site.invalid/";

function leadToTheSite({ target }) {
  const link = target.closest?.("a[href]");
  if (link?.href.startsWith(THE_SITE)) {
    link.href = new URL(`../../${link.href.slice(THE_SITE.length)}`, location).href;
  }
}

for (const kind of ["pointerover", "focusin", "click"]) {
  addEventListener(kind, leadToTheSite, true);
}
