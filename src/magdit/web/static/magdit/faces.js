// The faces in a photo: tap one and its row opens. A missed one is drawn, with a finger, the mouse or the arrow keys.
"use strict";

if (main) {
  main.addEventListener("click", (event) => {
    const face = event.target.closest("[data-face]");
    if (face) {
      event.preventDefault();
      const row = document.getElementById(`gezicht-${face.dataset.face}`);
      row.closest("[data-many]")?.setAttribute("open", "");
      row.querySelector("details").open = true;
      row.scrollIntoView({ block: "center" });
      row.querySelector("button").focus({ preventScroll: true });
    }
    const draw = event.target.closest("[data-begin]");
    if (draw) begin(draw.closest("form"));
  });
  const begin = (form) => {
    const canvas = main.querySelector(`[data-canvas="${form.dataset.draw}"]`), svg = canvas.querySelector("svg");
    const [, , wide, high] = svg.getAttribute("viewBox").split(" ").map(Number);
    const box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    const side = Math.round(Math.min(wide, high) / 6);
    let at = { x: Math.round((wide - side) / 2), y: Math.round((high - side) / 2), w: side, h: side };
    const lay = () => {
      for (const [name, value] of [["x", at.x], ["y", at.y], ["width", at.w], ["height", at.h]]) box.setAttribute(name, value);
      for (const name of "xywh") form.elements[name].value = Math.round(at[name]);
    };
    svg.querySelector(".new-face")?.remove();
    box.setAttribute("class", "new-face");
    box.setAttribute("vector-effect", "non-scaling-stroke");
    box.setAttribute("tabindex", "0");
    box.setAttribute("role", "button");
    box.setAttribute("aria-label", page.told.drawing);
    svg.append(box);
    canvas.classList.add("draws");
    lay();
    canvas.scrollIntoView({ block: "nearest" });
    box.focus({ preventScroll: true });
    box.addEventListener("keydown", (event) => {
      const step = Math.max(4, Math.round(wide / 100));
      const way = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
      if (way) {
        event.preventDefault();
        const [dx, dy] = way;
        at = event.shiftKey ? { ...at, w: Math.max(8, at.w + dx), h: Math.max(8, at.h + dy) } : { ...at, x: Math.min(wide - at.w, Math.max(0, at.x + dx)), y: Math.min(high - at.h, Math.max(0, at.y + dy)) };
        lay();
      }
      if (event.key === "Enter") { event.preventDefault(); form.requestSubmit(form.querySelector("[name=do]")); }
      if (event.key === "Escape") { box.remove(); canvas.classList.remove("draws"); }
    });
    const point = (event) => {
      const seen = svg.getBoundingClientRect();
      return { x: ((event.clientX - seen.left) / seen.width) * wide, y: ((event.clientY - seen.top) / seen.height) * high };
    };
    svg.onpointerdown = (event) => {
      if (!canvas.classList.contains("draws")) return;
      event.preventDefault();
      svg.setPointerCapture(event.pointerId);
      const from = point(event);
      svg.onpointermove = (moved) => {
        const to = point(moved);
        at = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), w: Math.abs(to.x - from.x), h: Math.abs(to.y - from.y) };
        lay();
      };
      svg.onpointerup = () => { svg.onpointermove = svg.onpointerup = null; box.focus({ preventScroll: true }); };
    };
  };
}
