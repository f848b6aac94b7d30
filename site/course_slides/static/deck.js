// A deck: formulas, then reveal.js, playthings when they are seen, votes, light and dark.

const onPaper = /print-pdf/.test(location.search); // all slides, one a page
const ROOM = { width: 1200, height: 560 }; // pixels of a slide that a plaything may take

// --- Playthings -------------------------------------------------------------------------

// Build the plaything of a holder, as large as the slide has room for.
async function play(holder) {
  const mount = waiting.get(holder);
  if (!mount) return;
  waiting.delete(holder);
  const figure = holder.firstElementChild, place = document.createElement("div");
  holder.append(place);
  await mount(place);
  figure.remove();
  fit(place);
  // Its pictures may come later; where nothing has grown, this changes nothing.
  new ResizeObserver(() => requestAnimationFrame(() => fit(place))).observe(place);
}

function fit(place) {
  if (!place.offsetHeight) return; // its slide is hidden: it waits until it is shown
  for (let zoom = 1.7; zoom > 0.5; zoom -= 0.1) {
    place.style.zoom = zoom;
    place.style.width = `${ROOM.width / zoom}px`;
    if (place.offsetHeight * zoom <= ROOM.height) break;
  }
}
window.play = play;

function playShown() {
  if (onPaper) return;
  document.querySelectorAll("section.present .play").forEach(play);
  document.querySelectorAll("section.present .play > div").forEach(fit);
}

// Keys that a plaything understands do not turn the slide under it.
const ITS_KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", " ", "Enter", "Home", "End"];
document.querySelector(".slides").addEventListener("keydown", (event) => {
  if (event.target.closest("div.play") && ITS_KEYS.includes(event.key)) event.stopPropagation();
});

// --- Votes: typed in by the lecturer, kept on this computer -----------------------------

const SHELF = `votes ${location.pathname}`;
let votes = JSON.parse(localStorage.getItem(SHELF) ?? "{}");

function count(input) {
  const question = input.closest("[data-question]").dataset.question;
  const hands = (votes[question] ??= {});
  hands[input.dataset.letter] = Math.min(999, Math.max(0, Math.floor(input.value)));
  localStorage.setItem(SHELF, JSON.stringify(votes));
  showVotes();
}

function showVotes() {
  for (const input of document.querySelectorAll(".choices input")) {
    const hands = votes[input.closest("[data-question]").dataset.question] ?? {};
    if (document.activeElement !== input) input.value = hands[input.dataset.letter] ?? "";
  }
  for (const list of document.querySelectorAll(".votes")) {
    const hands = votes[list.dataset.question] ?? {};
    const all = Object.values(hands).reduce((sum, n) => sum + n, 0);
    list.classList.toggle("counted", all > 0);
    for (const row of list.children) {
      const number = hands[row.dataset.letter] ?? 0;
      row.style.setProperty("--share", all ? number / all : 0);
      row.querySelector(".hands").textContent = all ? `${number} of ${all}` : "";
    }
  }
}

// Enter goes to the next count, and after the last one back to the deck's own keys.
function goOn(event) {
  const inputs = [...event.target.closest(".choices").querySelectorAll("input")];
  if (!["Enter", "Escape", "PageDown", "PageUp"].includes(event.key)) return;
  const next = event.key === "Enter" && inputs[inputs.indexOf(event.target) + 1];
  if (next) next.focus();
  else event.target.blur();
  // A remote control's keys are for reveal.js, which listens once nothing has the focus.
  if (!event.key.startsWith("Page")) event.stopPropagation();
}

document.addEventListener("input", (event) => {
  if (event.target.matches(".choices input")) count(event.target);
});
document.addEventListener("keydown", (event) => {
  if (event.target.matches?.(".choices input")) goOn(event);
}, true);
addEventListener("storage", (event) => {
  if (event.key !== SHELF) return; // typed in in the speaker's window
  votes = JSON.parse(event.newValue ?? "{}");
  showVotes();
});

// --- The buttons of the first slide -----------------------------------------------------

function addButtons() {
  const bar = document.createElement("p");
  bar.className = "buttons";
  bar.append(
    button("Light or dark", () => {
      const dark = getComputedStyle(document.documentElement).colorScheme === "dark";
      document.documentElement.dataset.theme = dark ? "light" : "dark";
    }),
    button("A new class: clear the votes", () => {
      votes = {};
      localStorage.removeItem(SHELF);
      showVotes();
    }),
    button("Speaker's window (S)", () => Reveal.getPlugin("notes").open()),
  );
  document.querySelector("section.title").append(bar);
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

// A formula that is wider than its slide gets smaller.
function fitFormulas() {
  for (const formula of document.querySelectorAll(".display")) {
    const wide = formula.querySelector("svg").getBoundingClientRect().width;
    if (wide > ROOM.width) formula.style.fontSize = `${Math.floor((50 * ROOM.width) / wide)}px`;
  }
}

// --- Begin ------------------------------------------------------------------------------

addButtons();
showVotes();
if (onPaper) document.documentElement.dataset.theme = "light"; // ink on white
const laidOut = onPaper ? new Promise((done) => Reveal.on("pdf-ready", done)) : null;
MathJax.startup.promise
  .then(() => MathJax.typesetPromise())
  .then(fitFormulas)
  .then(() => Reveal.initialize({
    width: 1280,
    height: 720,
    margin: 0.02,
    center: false,
    display: "flex",
    hash: true,
    slideNumber: "c/t",
    transition: "none",
    backgroundTransition: "none",
    pdfSeparateFragments: false,
    plugins: [RevealNotes],
  }))
  .then(() => laidOut) // on paper: a page for each slide, some frames after the start
  .then(() => {
    playShown();
    Reveal.on("slidechanged", playShown);
    document.documentElement.dataset.ready = "yes";
  });
