// magdit as an app on a phone: starts its worker, and tells on the page of what was shared how many photos wait.
"use strict";

navigator.serviceWorker?.register("/worker.js", { scope: "/" }).catch(() => {});

const waiting = document.querySelector("[data-shared]");
if (waiting) {
  kept.photos.claim().then(() => kept.photos.mine((one) => one.page === "")).then((found) => {
    if (found.length) waiting.textContent = waiting.dataset.shared.replace("{n}", found.length);
  });
  document.addEventListener("submit", () => sessionStorage.setItem("magdit:shared", "1"));
}
