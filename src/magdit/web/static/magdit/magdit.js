// The little that a page does by itself. Everything works without it.
"use strict";

// A second click on the same button sends nothing again. Coming back with the back button wakes the button up.
document.addEventListener("submit", (event) => {
  if ("file" in event.target.dataset) { afterFile(); return; } // a file is saved, and then the page tells what it was
  if ("stays" in event.target.dataset) return; // what it sends comes back as a file: the page stays open
  if (event.target.dataset.sent) { event.preventDefault(); return; }
  event.target.dataset.sent = "yes";
  setTimeout(() => { for (const button of event.target.querySelectorAll("button")) button.setAttribute("aria-disabled", "true"); });
});
addEventListener("pageshow", () => {
  for (const form of document.forms) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("button")) button.removeAttribute("aria-disabled");
  }
});

// When a file has come, with its mark, the page is read anew: it counts what is left.
const FILE = "magdit_file=1";
const afterFile = () => {
  const looking = setInterval(() => {
    if (!document.cookie.includes(FILE)) return;
    clearInterval(looking);
    document.cookie = `${FILE}; max-age=0; path=/`;
    location.reload();
  }, 400);
};

// Print buttons only stand there when they can do something.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
