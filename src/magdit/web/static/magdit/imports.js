// How far a list is, without loading the page anew; when the work is done the page shows what came of it.
"use strict";

const live = document.querySelector("[data-live]");
const again = async () => {
  try {
    const answer = await fetch(location.href, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelector("[data-live]");
    if (!now) { location.reload(); return; }
    if (now.innerHTML !== live.innerHTML) live.innerHTML = now.innerHTML;
  } catch { /* the network was away for a moment: ask again */ }
  setTimeout(again, 2000);
};
if (live) setTimeout(again, 1000);
