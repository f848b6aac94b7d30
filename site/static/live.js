// The button to a live lesson, on a page that was opened from a disk: it says what it
// needs, for a browser does not start Python from there.
if (location.protocol === "file:") {
  addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll(".live-button")) {
      const sentence = document.createElement("span");
      sentence.textContent =
        "To run this lesson in the browser, type “python -m http.server” in the folder of this site and open http://localhost:8000.";
      button.replaceWith(sentence);
    }
  });
}
