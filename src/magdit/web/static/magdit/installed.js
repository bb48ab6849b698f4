// magdit as an app on a phone: starts its worker, and tells on the page of what was shared how many photos wait.
"use strict";

navigator.serviceWorker?.register("/worker.js", { scope: "/" }).catch(() => {});

const waiting = document.querySelector("[data-shared]");
if (waiting) {
  const asked = indexedDB.open("magdit", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("photos", { autoIncrement: true });
  asked.onsuccess = () => {
    const all = asked.result.transaction("photos").objectStore("photos").getAll();
    all.onsuccess = () => {
      const count = all.result.filter((one) => one.page === "").length;
      if (count) waiting.textContent = waiting.dataset.shared.replace("{n}", count);
    };
  };
  document.addEventListener("submit", () => sessionStorage.setItem("magdit:shared", "1"));
}
