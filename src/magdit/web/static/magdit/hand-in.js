// Mag dit?, quicker: what a form changes is shown without loading the page anew, photos go up piece by piece, and what
// is typed or chosen is kept here until the server has it. Everything works without this file.
"use strict";

const main = document.querySelector("main.hand-in");
const PIECE = 1_000_000, SOON = 1200, AGAIN = 4000;
const KEY = `magdit:${location.pathname}`;

if (main) {
  /* One form at a time, in the order in which they were sent */
  let last = Promise.resolve();
  const inTurn = (work) => (last = last.then(work, work));
  const wait = (time) => new Promise((done) => setTimeout(done, time));
  const words = document.getElementById("woorden").dataset;
  const heard = document.getElementById("gehoord");
  const bar = document.getElementById("verbinding");

  const offline = (is) => { bar.hidden = !is; };
  const send = async (form, button) => {
    const data = new FormData(form);
    if (button?.name) data.set(button.name, button.value);
    for (;;) {
      data.set("version", main.querySelector("input[name=version]")?.value ?? "");
      try {
        const answer = await fetch(location.pathname, { method: "POST", body: data, credentials: "same-origin" });
        offline(false);
        return await show(answer);
      } catch { offline(true); await wait(AGAIN); } // the network is away: it waits here, and goes when it is back
    }
  };
  const refresh = async () => show(await fetch(location.pathname, { credentials: "same-origin" }));

  /* Show what is new, and leave alone what someone is busy with */
  const show = async (answer) => {
    if (new URL(answer.url).pathname !== location.pathname) { location.assign(location.href.split("#")[0]); return answer; }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.querySelector("main.hand-in")) { location.reload(); return answer; }
    const before = document.getElementById("woord")?.textContent;
    const at = place(document.activeElement);
    for (const now of page.querySelectorAll("[data-part]")) {
      const old = document.getElementById(now.id);
      if (!old || now.parentElement.closest("[data-part]")) continue;
      if (old.contains(document.activeElement) && document.activeElement.matches("input:not([type=checkbox],[type=radio],[type=hidden],[type=file]), textarea")) continue;
      keepOpen(old, now);
      for (const one of now.querySelectorAll("img")) { // a photo that stands there is not fetched again
        const same = [...old.querySelectorAll("img")].find((other) => other.src === one.src);
        if (same) { same.alt = one.alt; one.replaceWith(same); }
      }
      old.replaceWith(now);
    }
    const peek = page.getElementById("peek");
    if (peek && !document.getElementById("peek")) main.append(peek);
    document.querySelector("h1").textContent = page.querySelector("h1").textContent;
    for (const name of ["version", "marks"]) {
      const value = page.querySelector(`input[name=${name}]`)?.value;
      if (value) for (const one of main.querySelectorAll(`input[name=${name}]`)) one.value = value;
    }
    const kept = page.getElementById("text")?.value; // a mend changed the text: it stands here too, unless someone is typing
    if (text && kept !== undefined && kept !== text.value && localStorage.getItem(KEY) === null) text.value = kept;
    const told = page.querySelector(".notes");
    if (told) document.getElementById("over").append(told);
    const after = document.getElementById("woord")?.textContent;
    if (after && after !== before) heard.textContent = after;
    back(at);
    ready();
    return answer;
  };
  const keepOpen = (old, now) => {
    const open = new Set([...old.querySelectorAll("details[open] > summary")].map((one) => one.textContent));
    for (const one of now.querySelectorAll("details > summary")) if (open.has(one.textContent)) one.parentElement.open = true;
  };
  const place = (one) => ({ id: one?.id, name: one?.name, value: one?.value, part: one?.closest("[data-part]")?.id, gone: one });
  const back = (at) => {
    if (!at.gone || at.gone === document.body || at.gone.isConnected) return;
    const same = (at.id && document.getElementById(at.id)) || [...main.querySelectorAll(`[name="${at.name}"]`)].find((one) => one.value === at.value);
    const near = document.getElementById(at.part);
    if (same) same.focus({ preventScroll: true });
    else if (near) { near.tabIndex = -1; near.focus({ preventScroll: true }); }
  };

  /* Forms */
  main.addEventListener("submit", (event) => {
    const form = event.target, button = event.submitter;
    if (form.method !== "post" || button?.value === "away") return;
    event.preventDefault();
    event.stopPropagation();
    if (button?.value === "pictures") { take(form.querySelector("[type=file]")); return; }
    if (form.matches("[data-save]")) { save(); return; }
    inTurn(async () => {
      await typedFirst();
      const answer = await send(form, button);
      // A photo of our own came in between: that is no change of someone else's, so the same button once more
      const again = answer.status === 409 && (came || coming) && main.querySelector(`button[name=do][value="${button?.value}"]`);
      came = false;
      if (again) await send(again.form, again);
    });
  });
  main.addEventListener("change", (event) => {
    const form = event.target.form;
    if (event.target.type === "file") { take(event.target); return; }
    if (form?.matches("[data-choose]")) inTurn(async () => { await typedFirst(); await send(form, form.querySelector("[data-plain] button")); });
    if (form?.matches("[data-save]")) soon();
  });

  /* The text is kept here with every letter, and on the server when the hands rest */
  const text = document.getElementById("text");
  let timer = 0, conflict = false;
  const saved = (told) => { const one = main.querySelector("[data-saved]"); if (one) one.textContent = told; };
  const unsaved = () => text && !conflict && localStorage.getItem(KEY) !== null;
  const saving = async () => {
    clearTimeout(timer);
    const form = main.querySelector("form[data-save]"), typed = text.value;
    const answer = await send(form, form.querySelector("button[name=do]"));
    conflict = answer.status === 409;
    if (!answer.ok) { saved(words.notsaved); return; }
    if (text.value === typed) { localStorage.removeItem(KEY); saved(words.saved); }
  };
  const save = () => { conflict = false; inTurn(saving); };
  // No button and no link overtakes what was typed: a post is never judged or placed without its last words
  const typedFirst = async () => { if (unsaved()) await saving(); };
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || link.target || link.hash || link.origin !== location.origin || !unsaved()) return;
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    inTurn(async () => { await typedFirst(); location.assign(link.href); });
  });
  const soon = () => {
    clearTimeout(timer);
    if (!conflict) timer = setTimeout(save, SOON);
  };
  if (text) {
    text.addEventListener("input", () => { localStorage.setItem(KEY, text.value); saved(words.typing); soon(); });
    const kept = localStorage.getItem(KEY);
    if (kept !== null && kept !== text.value) { text.value = kept; saved(words.notsaved); soon(); }
    addEventListener("online", () => { if (localStorage.getItem(KEY) !== null) soon(); });
  }

  /* Photos: one after the other, in pieces; what broke off goes on where it was, also after a restart */
  const store = new Promise((found) => {
    const asked = indexedDB.open("magdit", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("photos", { autoIncrement: true });
    asked.onsuccess = () => found(asked.result);
    asked.onerror = () => found(null);
  });
  const inStore = async (does) => {
    const base = await store;
    if (!base) return null;
    return new Promise((found) => {
      const asked = does(base.transaction("photos", "readwrite").objectStore("photos"));
      asked.onsuccess = () => found(asked.result);
      asked.onerror = () => found(null);
    });
  };
  const mark = () => ({ "X-CSRFToken": main.querySelector("[name=csrfmiddlewaretoken]").value });
  const take = async (input) => {
    const files = [...input.files];
    input.value = "";
    for (const file of files) {
      const kept = { page: location.pathname, file, name: file.name, address: "" };
      goUp(kept, await inStore((photos) => photos.add(kept)));
    }
  };
  let line = Promise.resolve(), coming = 0, came = false;
  const onTheWay = (more) => main.classList.toggle("coming", (coming += more) > 0); // the verdict is not of these yet
  const goUp = (kept, key) => {
    const row = document.createElement("li"), told = document.createElement("span"), bar = document.createElement("progress");
    told.textContent = words.waiting;
    bar.max = kept.file.size || 1; bar.value = 0; bar.setAttribute("aria-label", words.waiting);
    row.append(told, bar);
    document.querySelector("[data-progress]")?.append(row);
    onTheWay(1);
    line = line.then(async () => {
      const answer = await pieces(kept, key, (at) => { bar.value = at; told.textContent = at < kept.file.size ? words.uploading : words.looking; });
      await inStore((photos) => photos.delete(key ?? -1));
      bar.remove();
      onTheWay(-1);
      came = true;
      if (answer.wrong) { row.className = "wrong"; told.textContent = answer.wrong; return; }
      row.remove();
      await inTurn(refresh);
    });
  };
  const pieces = async (kept, key, tell) => {
    let at = 0;
    for (;;) {
      try {
        if (!kept.address) {
          const body = new URLSearchParams({ name: kept.name, size: kept.file.size });
          const made = await fetch(`${location.pathname}delen/`, { method: "POST", body, headers: mark() });
          const begun = await made.json();
          if (begun.wrong) return begun;
          kept.address = begun.address;
          if (key !== null) await inStore((photos) => photos.put(kept, key));
        } else {
          const asked = await fetch(kept.address);
          if (asked.status === 404) { kept.address = ""; at = 0; continue; }
          at = (await asked.json()).offset;
        }
        while (at < kept.file.size) {
          tell(at);
          const body = kept.file.slice(at, at + PIECE);
          if (at + PIECE >= kept.file.size) tell(kept.file.size);
          const answer = await fetch(kept.address, { method: "PATCH", body, headers: { ...mark(), "Upload-Offset": at } });
          const told = await answer.json();
          if (told.done || told.wrong) { offline(false); return told; }
          at = told.offset;
          offline(false);
        }
        return {};
      } catch { offline(true); await wait(AGAIN); }
    }
  };
  inStore((photos) => photos.getAllKeys()).then(async (keys) => {
    for (const key of keys ?? []) {
      const kept = await inStore((photos) => photos.get(key));
      if (kept?.page !== location.pathname && !(kept?.page === "" && sessionStorage.getItem("magdit:shared"))) continue;
      kept.page = location.pathname;
      await inStore((photos) => photos.put(kept, key));
      goUp(kept, key);
    }
    sessionStorage.removeItem("magdit:shared");
  });
  for (const [name, is] of [["dragover", true], ["dragleave", false], ["drop", false]]) {
    main.addEventListener(name, (event) => {
      if (!event.dataTransfer?.types.includes("Files") || !main.querySelector(".drop")) return;
      event.preventDefault();
      main.querySelector(".drop").classList.toggle("over", is);
      if (name === "drop") take({ files: event.dataTransfer.files });
    });
  }

  /* A face: tap it and its row opens. A missed one: draw it, by hand or with the arrow keys */
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
    const peek = event.target.closest("#peek");
    if (peek) {
      event.preventDefault();
      const verdict = document.getElementById("oordeel");
      verdict.scrollIntoView({ block: "start" });
      verdict.focus({ preventScroll: true });
    }
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
    box.setAttribute("aria-label", words.drawing);
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

  /* What only makes sense with this file, and what makes none with it; films that are still being looked at */
  let looks = 0;
  const ready = () => {
    for (const one of main.querySelectorAll("[data-plain]")) one.hidden = true;
    for (const one of main.querySelectorAll("[data-begin]")) one.hidden = false;
    clearTimeout(looks);
    if (main.querySelector("[data-waits]")) looks = setTimeout(() => inTurn(refresh).catch(() => {}), AGAIN);
  };
  ready();
}
