// The probability of each digit, as ten bars.

import { element } from "../shared/elements.js";
import { percent } from "./words.js";

const LOOK = `
.play-box .play-shares { list-style: none; margin: 0; padding: 0; font-variant-numeric: tabular-nums; }
.play-box .play-shares li { display: grid; grid-template-columns: 1.2em minmax(0, 1fr) 4.6em; gap: 0.5rem; align-items: center; margin: 0; }
.play-box .play-shares li > :last-child { text-align: right; }
.play-box .play-shares i { display: block; height: 0.8em; width: 100%; background: var(--play-focus); transform-origin: left; }
`;

/** Return {element, show}; show(probabilities): ten numbers, or nothing where none are known. */
export function shareBars() {
  const bars = Array.from({ length: 10 }, (_, digit) => {
    const [bar, share] = [element("i"), element("span")];
    return { bar, share, row: element("li", {}, element("span", {}, `${digit}`), element("span", { "aria-hidden": "true" }, bar), share) };
  });
  const list = element("ul", { class: "play-shares", "aria-label": "Probability of each digit" }, ...bars.map(({ row }) => row));

  function show(probabilities) {
    bars.forEach(({ bar, share }, digit) => {
      const probability = probabilities?.[digit] ?? 0;
      bar.style.transform = `scaleX(${probability})`;
      share.textContent = probabilities ? percent(probability) : "–";
    });
  }

  return { element: element("div", {}, element("style", {}, LOOK), list), show };
}
