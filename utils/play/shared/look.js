// How all playthings look: the colours of the page around them, light or dark.

import { element } from "./elements.js";

const LOOK = `
.play-box {
  --play-ink: var(--pst-color-text-base, var(--jp-content-font-color0, CanvasText));
  --play-ground: var(--pst-color-background, var(--jp-layout-color0, Canvas));
  --play-line: #7f7f7f;
  --play-focus: var(--pst-color-primary, var(--jp-brand-color1, #0072b2));
  --play-window: #d55e00;
  color: var(--play-ink); background: var(--play-ground);
  border: 1px solid var(--play-line); border-radius: 6px; padding: 0.75rem;
  font: 1rem/1.45 system-ui, sans-serif; container-type: inline-size; box-sizing: border-box;
  max-width: 100%; margin: 0.5rem 0;
}
.play-box *, .play-box *::before { box-sizing: border-box; }
.play-box p { margin: 0.4rem 0; color: inherit; }
.play-box .play-title { font-weight: 600; margin: 0; }
.play-box .play-try { margin-top: 0.1rem; }
.play-box .play-row { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: end; margin: 0.5rem 0; }
.play-box .play-panels { display: flex; flex-wrap: wrap; gap: 0.75rem 1.25rem; align-items: start; margin: 0.6rem 0; }
.play-box .play-stack { display: flex; flex-wrap: wrap; gap: 0.75rem 1.25rem; max-width: 184px; }
.play-box .play-last { flex: 1 1 170px; max-width: 100%; }
.play-box .play-channel { display: flex; flex-direction: column; max-width: 100%; }
.play-box .play-pair { display: flex; flex-direction: column; gap: 0.6rem; align-items: start; }
.play-box .play-pair > * { min-width: 0; flex: 0 1 auto; }
@container (max-width: 620px) {
  .play-box .play-stack { max-width: 100%; width: 100%; flex-wrap: nowrap; gap: 0.75rem; }
  .play-box .play-stack > * { flex: 1 1 0; }
  .play-box .play-pair { flex-direction: row; }
}
.play-box .play-panel { min-width: 0; margin: 0; max-width: 100%; }
.play-box .play-panel > :first-child { font-size: 0.95rem; margin: 0 0 0.25rem; }
.play-box .play-field { display: inline-flex; flex-direction: column; font-size: 0.95rem; }
.play-box .play-check { display: inline-flex; gap: 0.4rem; align-items: center; min-height: 2.5rem; margin: 0; }
.play-box .play-check input { width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--play-focus); }
.play-box .play-field input { width: 5rem; }
.play-box select, .play-box button, .play-box input[type="number"] {
  font: inherit; color: var(--play-ink); background: var(--play-ground); border: 1px solid var(--play-line);
  border-radius: 4px; min-height: 2.5rem; min-width: 2.5rem; padding: 0.2rem 0.5rem; margin: 0;
}
.play-box .play-arrows { gap: 0.2rem; }
.play-box .play-arrows button { padding: 0.2rem 0.4rem; min-width: 2.1rem; }
.play-box [hidden] { display: none; }
.play-box button { cursor: pointer; }
.play-box button:disabled { opacity: 0.5; cursor: default; }
.play-box :is(select, button, input, [tabindex]):focus-visible { outline: 3px solid var(--play-focus); outline-offset: 2px; }
.play-box .play-weights { display: grid; grid-template-columns: repeat(var(--columns, 3), minmax(0, 56px)); gap: 3px; }
.play-box .play-weights input[type="number"] {
  width: 100%; min-width: 0; padding: 0; text-align: center; border-radius: 0; appearance: textfield; -moz-appearance: textfield;
}
.play-box .play-weights input::-webkit-inner-spin-button { display: none; }
.play-box .play-grid { position: relative; max-width: 100%; touch-action: pan-y; cursor: crosshair; user-select: none; }
.play-box .play-grid canvas { position: absolute; inset: 0; width: 100%; height: 100%; image-rendering: pixelated; max-width: none; }
.play-box .play-grid svg { position: relative; display: block; width: 100%; height: auto; overflow: visible; max-width: none; }
.play-box .play-sum { overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
.play-box .play-said { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print { .play-box button { display: none; } .play-box { break-inside: avoid; } }
`;

/** The box of one plaything, inside `holder`, with its title and what to try. */
export function playBox(holder, title, toTry) {
  const box = element(
    "div",
    { class: "play-box", role: "group", "aria-label": title },
    element("style", {}, LOOK),
    element("p", { class: "play-title" }, title),
    element("p", { class: "play-try" }, toTry),
  );
  holder.append(box);
  return box;
}

/** A panel of the box: a line above, and what stands below it. */
export function panel(line, ...children) {
  const heading = element("p", {}, line);
  return { element: element("div", { class: "play-panel" }, heading, ...children), heading };
}
