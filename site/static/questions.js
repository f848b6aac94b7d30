// Predictions: each choice becomes a button, and a click says what the notebook says of it.
// The right one ends the question and opens what it decides: the outputs and the answer.
"use strict";

function letChoose(question) {
  const said = JSON.parse(question.dataset.said);
  const words = JSON.parse(question.dataset.words); // in the language of the page
  const line = question.querySelector(".said");
  line.textContent = "";
  const items = [...question.previousElementSibling.children];
  const choices = Object.keys(said).map((letter, place) => {
    const button = buttonOf(items[place]);
    button.addEventListener("click", () => choose(letter));
    return { letter, button };
  });
  let ended = false;

  function choose(letter) {
    if (ended) return;
    const { text, right } = said[letter];
    line.textContent = text;
    mark(choices.find((choice) => choice.letter === letter).button, right, words);
    if (!right) return;
    ended = true;
    for (const { button } of choices) button.setAttribute("aria-disabled", "true");
    for (const fold of foldsUpTo(words.answer, question)) fold.open = true;
  }
}

// A button that holds what the item held. What is chosen is said in words, too.
function buttonOf(item) {
  const holder = item.querySelector("p") ?? item;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "choice";
  button.append(...holder.childNodes);
  item.replaceChildren(button);
  return button;
}

function mark(button, right, words) {
  if (button.classList.contains("chosen")) return;
  button.classList.add("chosen", right ? "right" : "wrong");
  const word = document.createElement("span");
  word.className = "in-words";
  word.textContent = ` ${right ? words.right : words.wrong}`;
  button.append(word);
}

function foldsUpTo(answer, question) {
  const following = [...document.querySelectorAll("details")].filter(
    (fold) => question.compareDocumentPosition(fold) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const last = following.findIndex(
    (fold) => fold.querySelector("summary").textContent.trim() === answer,
  );
  return following.slice(0, last + 1);
}

document.querySelectorAll(".question").forEach(letChoose);
