"use strict";
/* The found picture never leaves the page to be shown: it is drawn here, from the file that was chosen. */
const form = document.querySelector("[data-trace]"), place = () => document.getElementById("matches");
form.addEventListener("submit", async (event) => {
  const file = form.elements.found.files[0];
  if (!file) return;
  event.preventDefault();
  event.stopPropagation(); // nothing is sent away: the next search is not the same one twice
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    const answer = await fetch(location.href, { method: "POST", body: new FormData(form) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html"), now = page.getElementById("matches");
    if (!now) { location.reload(); return; }
    form.querySelector(".wrong")?.remove();
    const wrong = page.querySelector(".wrong");
    if (wrong) form.querySelector(".actions").before(wrong);
    place().replaceWith(now);
    await draw(file);
    place().focus();
  } finally { button.disabled = false; }
});
const draw = async (file) => {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return;
  for (const figure of document.querySelectorAll("[data-mine]")) {
    const canvas = figure.querySelector("canvas"), part = Math.min(1, 800 / Math.max(picture.width, picture.height));
    canvas.width = picture.width * part;
    canvas.height = picture.height * part;
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    figure.hidden = false;
  }
};
