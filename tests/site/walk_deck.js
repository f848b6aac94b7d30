// Walk through a deck: of each slide, what sticks out of it or of its place, how high
// its content is, and the smallest type besides figures and playthings.

async function walk() {
  const seen = [];
  for (let i = 0; i < Reveal.getTotalSlides(); i++) {
    Reveal.slide(i);
    await new Promise(requestAnimationFrame);
    const slide = Reveal.getCurrentSlide();
    while (slide.querySelector(".play > img + div:empty")) {
      await new Promise((go) => setTimeout(go, 50));
    }
    seen.push(look(slide));
  }
  return seen;
}

function look(slide) {
  const edge = slide.getBoundingClientRect();
  const parts = [...slide.querySelectorAll("header *, .body *")].filter(
    (part) => !part.closest("svg svg, mjx-assistive-mml"),
  );
  const out = parts.filter((part) => sticksOut(part.getBoundingClientRect(), edge));
  const header = slide.querySelector("header").getBoundingClientRect();
  const inBody = [...slide.querySelectorAll(".body > :not(script)")];
  const boxes = inBody.map((part) => part.getBoundingClientRect());
  out.push(...inBody.filter((_, i) => boxes[i].top < header.bottom - 1));
  const words = parts.filter((part) => !part.closest(".play, .animation, .buttons, svg"));
  out.push(...words.filter(isCut));
  const top = Math.min(...boxes.map((box) => box.top));
  return {
    cell: slide.dataset.cell,
    out: out.map((part) => part.outerHTML.slice(0, 100)),
    high: Math.max(...boxes.map((box) => box.bottom)) - top,
    smallest: Math.min(99, ...words.filter(hasText).map(typeOf)),
  };
}

function sticksOut(box, edge) {
  const seen = box.width > 1 && box.height > 1;
  const above = box.top < edge.top - 1 || box.left < edge.left - 1;
  return seen && (above || box.right > edge.right + 1 || box.bottom > edge.bottom + 1);
}

// A formula carries hidden words, which are wider than it; its drawing is looked at above.
function isCut(part) {
  const holdsFormula = part.matches(":has(mjx-container), mjx-container");
  return part.clientWidth && part.scrollWidth > part.clientWidth + 1 && !holdsFormula;
}

function hasText(part) {
  const texts = [...part.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
  return part.checkVisibility() && texts.some((node) => node.data.trim());
}

function typeOf(part) {
  return parseFloat(getComputedStyle(part).fontSize);
}

// Show all slides at once, one below another, for axe; nothing lies over them.
function showAll() {
  for (const part of document.querySelectorAll(".slide-number, .controls")) part.remove();
  for (const slide of document.querySelectorAll(".slides > section")) {
    slide.hidden = false;
    slide.removeAttribute("aria-hidden");
    slide.className = `${slide.classList[0]} present`;
    Object.assign(slide.style, { display: "flex", position: "static" });
  }
}
