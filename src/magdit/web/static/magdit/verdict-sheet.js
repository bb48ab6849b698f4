// On a phone: the bar at the bottom edge opens the verdict as a sheet, over the photo that one is busy with. The card
// itself moves in and out, so what is done there is done on the page. Without this file the bar leads to the card.
"use strict";

const sheet = main && document.getElementById("blad");
if (sheet) {
  const PARTS = ["oordeel", "waarom"], wide = matchMedia("(min-width: 60rem)");
  const inside = sheet.querySelector("[data-inside]"), homes = new Map();
  const open = () => {
    if (sheet.open || wide.matches) return;
    for (const id of PARTS) {
      const part = document.getElementById(id);
      if (!part) continue;
      const home = document.createComment(id);
      part.before(home);
      homes.set(id, home);
      inside.append(part);
    }
    sheet.showModal();
    sheet.scrollTop = 0;
  };
  sheet.addEventListener("close", () => {
    for (const [id, home] of homes) home.replaceWith(document.getElementById(id)); // it may be another by now
    homes.clear();
    main.querySelector("[data-sheet]")?.focus({ preventScroll: true });
  });
  wide.addEventListener("change", () => { if (wide.matches) sheet.close(); });
  main.addEventListener("click", (event) => { if (event.target.closest("#peek")) { event.preventDefault(); open(); } });
  sheet.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (event.target === sheet || event.target.closest("[data-close]") || link) sheet.close();
    if (link) { // it leads to a place on the page behind
      event.preventDefault();
      const place = document.getElementById(link.hash.slice(1));
      if (!place) return;
      place.scrollIntoView({ block: "start" });
      place.tabIndex = -1;
      place.focus({ preventScroll: true });
    }
  });

  /* Swiped down by its top, or from its first line: away */
  let from = null;
  sheet.addEventListener("touchstart", (event) => { from = sheet.scrollTop <= 0 ? event.touches[0].clientY : null; }, { passive: true });
  sheet.addEventListener("touchmove", (event) => {
    if (from === null) return;
    sheet.style.translate = `0 ${Math.max(0, event.touches[0].clientY - from)}px`;
  }, { passive: true });
  for (const name of ["touchend", "touchcancel"]) {
    sheet.addEventListener(name, (event) => {
      const down = from === null || !event.changedTouches.length ? 0 : event.changedTouches[0].clientY - from;
      from = null;
      sheet.style.translate = "";
      if (name === "touchend" && down > 90) sheet.close();
    });
  }
}
