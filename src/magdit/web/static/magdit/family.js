// In the bar: how many of the questions have an answer chosen. Without this the bar is just the button.
"use strict";

const told = document.querySelector("[data-chosen]");
const form = document.getElementById("vragen");
if (told && form) {
  const count = () => {
    const all = new Set(), chosen = new Set();
    for (const one of form.querySelectorAll("input[type=radio]")) {
      all.add(one.name);
      if (one.checked) chosen.add(one.name);
    }
    told.textContent = told.dataset.chosen.replace("{1}", chosen.size).replace("{2}", all.size);
    told.hidden = all.size < 2;
  };
  form.addEventListener("change", count);
  addEventListener("pageshow", count); // the back button brings back what was chosen
  count();
}
