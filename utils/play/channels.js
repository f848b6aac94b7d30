// A filter on a colour picture: three slices, three sums, one cell.

import { convolveChannels } from "./shared/arithmetic.js";
import { announcer, arrowKeys, button, checkbox, choice, element, numberField } from "./shared/elements.js";
import { panel, playBox } from "./shared/look.js";
import { focusable, inWords, numberGrid, onPress } from "./shared/number_grid.js";
import { bracketed, greyOf, largestOf, signedOf, written } from "./shared/numbers.js";
import { rowsOf } from "./shared/rows.js";
import { weightFields } from "./shared/weights.js";

const OWN = "your own";

/**
 * What one stop shows: {sums, total, map, row, column}. channels, slices: a grid for each channel;
 * isOn: whether each counts, for one that is off adds nothing; stop: [row, column] in the map,
 * moved inside where it is not.
 */
export function sumsAt(channels, slices, bias, isOn, stop) {
  const counted = channels.map((grid, c) => (isOn[c] ? grid : grid.map((row) => row.map(() => 0))));
  const { maps, total } = convolveChannels(counted, slices, bias);
  const within = (place, cells) => Math.min(Math.max(place, 0), cells - 1);
  const [row, column] = [within(stop[0], total.length), within(stop[1], total[0].length)];
  return { sums: maps.map((map) => map[row][column]), total: total[row][column], map: total, row, column };
}

/**
 * Build the plaything inside holder. data: {channels, names, most, filters: [{name, slices}],
 * stop}; the first filter is the one at first.
 */
export function mount(holder, data) {
  const { names, most } = data;
  const channels = data.channels.map(rowsOf);
  const filters = new Map(data.filters.map(({ name, slices }) => [name, slices.map(rowsOf)]));
  const [first] = filters.keys();
  const state = { slices: filters.get(first), bias: 0, isOn: names.map(() => true), stop: data.stop };
  const box = playBox(
    holder,
    "Three slices, three sums, one cell",
    "Click into a channel, or use the arrow keys in the map. Then change one weight, or turn a channel off.",
  );
  const said = announcer();
  const preset = choice("Filter", [...filters.keys(), OWN], first, (name) => {
    if (name === OWN) return;
    filters.get(name).forEach((slice, c) => weights[c].set(slice));
    change({ slices: filters.get(name) });
  });
  const grids = names.map(() => numberGrid());
  const weights = names.map((name, c) =>
    weightFields(state.slices[c], `${name} weight`, (slice) => {
      preset.select.value = OWN;
      change({ slices: state.slices.map((old, i) => (i === c ? slice : old)) });
    }),
  );
  const lines = names.map(() => element("p", { class: "play-sum" }));
  const blocks = names.map((name, c) => {
    const counts = checkbox(name, true, (isOn) => change({ isOn: state.isOn.map((old, i) => (i === c ? isOn : old)) }));
    return element("div", { class: "play-channel", role: "group", "aria-label": `${name} channel` },
      counts.element,
      element("div", { class: "play-pair" }, grids[c].element, weights[c].element),
      lines[c],
    );
  });
  const bias = numberField("bias", 0, (value) => change({ bias: value }));
  const biasField = element("label", { class: "play-field" }, "Bias", bias);
  const [patch, map] = [numberGrid(), numberGrid()];
  const patchPanel = panel("the patch in colour", patch.element);
  const mapPanel = panel("map", focusable(map, "Map: the arrow keys move the window", arrowKeys(moveBy)),
    element("div", { class: "play-row play-arrows" },
      button("←", () => moveBy(0, -1), "move the window left"),
      button("→", () => moveBy(0, 1), "move the window right"),
      button("↑", () => moveBy(-1, 0), "move the window up"),
      button("↓", () => moveBy(1, 0), "move the window down")));
  const sum = element("p", { class: "play-sum" });
  box.append(
    element("div", { class: "play-row" }, preset.element, biasField),
    element("div", { class: "play-panels" }, ...blocks, element("div", { class: "play-stack play-last" }, patchPanel.element, mapPanel.element)),
    sum, said.element,
  );
  const size = state.slices[0].length;
  onPress(map, (row, column) => change({ stop: [row, column] }));
  for (const grid of [...grids, patch]) {
    onPress(grid, (row, column) => change({ stop: [row, column].map((place) => place - Math.floor(size / 2)) }));
  }

  function change(news) {
    Object.assign(state, news);
    const { row, column, total, terms } = show();
    said.say(`Row ${row + 1}, column ${column + 1}: ${terms} + bias ${bracketed(state.bias)} is ${written(total)}.`);
  }

  function moveBy(down, right) {
    change({ stop: [state.stop[0] + down, state.stop[1] + right] });
  }

  function show() {
    const stop = sumsAt(channels, state.slices, state.bias, state.isOn, state.stop);
    state.stop = [stop.row, stop.column];
    const frames = [{ row: stop.row, column: stop.column, height: size, width: size }];
    names.forEach((name, c) => {
      grids[c].show({
        values: channels[c],
        colour: (value) => greyOf(state.isOn[c] ? value : 0, 0, most),
        text: (value) => (state.isOn[c] ? written(value) : "0"),
        words: inWords(name, channels[c], (value) => (state.isOn[c] ? written(value) : "0")),
        frames,
        cellWidth: 34,
      });
      lines[c].replaceChildren(`${name} sum: `, element("strong", {}, written(stop.sums[c])));
      if (!state.isOn[c]) lines[c].append(" (off)");
    });
    patch.show({
      values: channels[0],
      colour: (_, r, c) => channels.map((grid, k) => (state.isOn[k] ? Math.round((255 * grid[r][c]) / most) : 0)),
      text: () => "",
      words: `the patch in colour, ${channels[0].length} rows and ${channels[0][0].length} columns`,
      frames,
      cellWidth: 24,
    });
    const largest = largestOf(stop.map);
    map.show({
      values: stop.map,
      colour: (value) => signedOf(value, largest),
      text: (value) => written(value, 1),
      words: inWords("map", stop.map, (value) => written(value, 1)),
      frames: [{ row: stop.row, column: stop.column, height: 1, width: 1 }],
    });
    mapPanel.heading.textContent = `one map, ${stop.map.length} × ${stop.map[0].length}`;
    const terms = stop.sums.map((value, c) => `${names[c]} ${bracketed(value)}`).join(" + ");
    sum.replaceChildren(`${terms} + bias ${bracketed(state.bias)} = `, element("strong", {}, written(stop.total)));
    return { ...stop, terms };
  }

  show();
  return { destroy: () => (said.stop(), box.remove()) };
}

export default {
  render({ model, el }) {
    return mount(el, model.get("data")).destroy;
  },
};
