// Looks again by itself while something is going on. Without this there is a link that does the same.
"use strict";

const going = document.getElementById("gaat");
if (going) {
  const seconds = Number(going.dataset.again) || 5;
  setTimeout(() => {
    if (document.visibilityState === "visible") location.reload();
    else document.addEventListener("visibilitychange", () => location.reload(), { once: true });
  }, seconds * 1000);
}
