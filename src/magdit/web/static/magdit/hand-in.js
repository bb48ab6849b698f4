// Mag dit?, quicker: what a form changes is shown without loading the page anew. Everything works without this file.
// Beside it: kept.js (what waits on this device), typed.js (the text), photos-up.js, faces.js and verdict-sheet.js.
"use strict";

const main = document.querySelector("main.hand-in");
const AGAIN = 4000, TRY_LATER = [429, 502, 503, 504];

const page = main && (() => {
  const heard = document.getElementById("gehoord"), bar = document.getElementById("verbinding");
  const told = document.getElementById("woorden").dataset;
  const wait = (time) => new Promise((done) => setTimeout(done, time));
  const offline = (is) => { bar.hidden = !is; };
  const say = (words) => { (main.querySelector("dialog[open] [data-heard]") ?? heard).textContent = words; }; // what is behind a sheet is not heard

  /* One thing at a time, in the order in which they were asked */
  let last = Promise.resolve(), busy = 0;
  const inTurn = (work) => {
    busy += 1;
    last = last.then(work, work).finally(() => { busy -= 1; });
    return last;
  };
  const reach = async (asked) => {
    for (;;) { // the network is away, or the server too busy: it waits here, and goes when it can
      try {
        const answer = await asked();
        if (!TRY_LATER.includes(answer.status)) { offline(false); return answer; }
      } catch { /* once more */ }
      offline(true);
      await wait(AGAIN);
    }
  };
  let version = main.querySelector("[name=version]")?.value ?? ""; // the newest that was seen here
  const send = async (form, button) => {
    const data = new FormData(form);
    if (button?.name) data.set(button.name, button.value);
    if (!form.matches("[data-save]")) data.set("version", version);
    const answer = await reach(() => fetch(location.pathname, { method: "POST", body: data, credentials: "same-origin" }));
    return show(answer, form);
  };
  const refresh = async () => show(await reach(() => fetch(location.pathname, { credentials: "same-origin" })));

  let lifted = Promise.resolve(); // until the finger or mouse that is down now is up, and its click was heard
  addEventListener("pointerdown", () => {
    lifted = new Promise((done) => {
      for (const up of ["pointerup", "pointercancel"]) addEventListener(up, () => setTimeout(done), { once: true });
    });
  }, true);

  /* Show what is new, and leave alone what someone is busy with */
  const BUSY_WITH = "input:not([type=checkbox],[type=radio],[type=hidden],[type=file]), textarea";
  const show = async (answer, sent = null) => {
    if (new URL(answer.url).pathname !== location.pathname) { location.assign(location.href.split("#")[0]); return answer; }
    if (answer.status >= 500) { say(told.failed); failed(); return answer; }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!fresh.querySelector("main.hand-in")) { location.reload(); return answer; }
    await Promise.race([lifted, wait(1000)]); // a button under a finger stays until the finger is up
    const before = document.getElementById("woord")?.textContent, at = place(document.activeElement);
    for (const now of fresh.querySelectorAll("[data-part]")) {
      const old = document.getElementById(now.id);
      if (!old || now.parentElement.closest("[data-part]")) continue;
      if (old.contains(document.activeElement) && document.activeElement.matches(BUSY_WITH)) continue;
      carry(old, now, sent);
      old.replaceWith(now);
    }
    version = fresh.querySelector("[name=version]")?.value ?? version;
    const peek = fresh.getElementById("peek");
    if (peek && !document.getElementById("peek")) main.append(peek);
    document.querySelector("h1").textContent = fresh.querySelector("h1").textContent;
    main.dispatchEvent(new CustomEvent("fresh", { detail: { fresh, sent } }));
    const notes = fresh.querySelector(".notes");
    if (notes) document.getElementById("over").append(notes);
    const after = document.getElementById("woord")?.textContent;
    if (after && after !== before) say(after);
    back(at);
    ready();
    return answer;
  };
  const failed = () => {
    const note = document.createElement("div"), line = document.createElement("p");
    note.className = "note no";
    line.textContent = told.failed;
    note.append(line);
    document.getElementById("over").replaceChildren(note);
  };

  /* What was opened, fetched, ticked or typed and not sent yet stands in the new part too */
  const carry = (old, now, sent) => {
    const open = new Set([...old.querySelectorAll("details[open] > summary")].map((one) => one.textContent));
    for (const one of now.querySelectorAll("details > summary")) if (open.has(one.textContent)) one.parentElement.open = true;
    for (const one of now.querySelectorAll("img")) {
      const same = [...old.querySelectorAll("img")].find((other) => other.src === one.src);
      if (same) { same.alt = one.alt; one.replaceWith(same); }
    }
    const choosing = old.querySelector("[type=file]"); // its window may be open: what is chosen there counts
    if (choosing) now.querySelector("[type=file]")?.replaceWith(choosing);
    const onItsWay = old.querySelector("[data-progress]");
    if (onItsWay) now.querySelector("[data-progress]")?.replaceWith(onItsWay); // and what was refused, with why
    for (const one of old.querySelectorAll("input:not([type=hidden],[type=file]), textarea")) {
      const ticks = ["checkbox", "radio"].includes(one.type);
      if (one.form === sent || one.value === one.defaultValue && one.checked === one.defaultChecked) continue;
      const same = [...now.querySelectorAll(`[name="${one.name}"]`)].find((other) => !ticks || other.value === one.value);
      if (same && ticks) same.checked = one.checked;
      else if (same) same.value = one.value;
    }
  };
  const place = (one) => ({ id: one?.id, name: one?.name, value: one?.value, part: one?.closest("[data-part]")?.id, gone: one });
  const back = (at) => {
    if (!at.gone || at.gone === document.body || at.gone.isConnected) return;
    const same = (at.id && document.getElementById(at.id)) || [...main.querySelectorAll(`[name="${at.name}"]`)].find((one) => one.value === at.value);
    const near = document.getElementById(at.part);
    if (same) same.focus({ preventScroll: true });
    else if (near) { near.tabIndex = -1; near.focus({ preventScroll: true }); }
  };

  /* What only makes sense with this file, and what makes none with it; films that are still being looked at */
  let looks = 0;
  const ready = () => {
    for (const one of main.querySelectorAll("[data-plain]")) one.hidden = true;
    for (const one of main.querySelectorAll("[data-script]")) one.hidden = false;
    clearTimeout(looks);
    if (main.querySelector("[data-waits]")) looks = setTimeout(() => inTurn(refresh).catch(() => {}), AGAIN);
  };
  ready();
  return { told, wait, offline, say, inTurn, isBusy: () => busy > 0, reach, send, refresh };
})();
