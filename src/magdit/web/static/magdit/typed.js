// The words of a draft: kept on this device with every letter, and on the server when the hands rest. No button and no
// link overtakes them, nor a photo that is still on its way: a post is never judged or placed without its last words.
"use strict";

const SOON = 1200;

if (main) {
  const form = main.querySelector("form[data-save]");
  const { told, inTurn, send, refresh, say } = page;
  const typed = () => Object.fromEntries([...new FormData(form)].filter(([name]) => name === "text" || name.startsWith("alt-")));
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const fill = (words) => { for (const [name, value] of Object.entries(words)) if (form.elements[name]) form.elements[name].value = value; };
  const shown = () => Object.fromEntries(Object.keys(typed()).map((name) => [name, form.elements[name].defaultValue]));
  // What the server has. A text that it shows and does not have (a session that ended, a conflict) is not safe
  let safe = form && ("unsaved" in form.dataset ? {} : shown()), timer = 0, conflict = false;
  const unsaved = () => Boolean(form) && !same(typed(), safe);
  const status = (words) => { const one = main.querySelector("[data-saved]"); if (one) one.textContent = words; };

  const saving = async () => {
    clearTimeout(timer);
    const now = typed();
    const answer = await send(form, form.querySelector("button[name=do]"));
    conflict = answer.status === 409;
    if (!answer.ok) { status(told.notsaved); return; }
    safe = now;
    if (!unsaved()) { kept.words.drop(); status(told.saved); }
  };
  const save = () => { conflict = false; return inTurn(saving); };
  const typedFirst = async () => { if (unsaved() && !conflict) await saving(); };
  const soon = () => {
    clearTimeout(timer);
    if (!conflict) timer = setTimeout(save, SOON);
  };

  /* Keep, and take back what was kept. With the marks of the page on which it was typed: what someone else wrote since
     is told, and not written over */
  if (form) {
    const keep = () => {
      if (!unsaved()) { kept.words.drop(); return; }
      kept.words.set({ words: typed(), marks: form.elements.marks.value, version: form.elements.version.value });
      status(told.typing);
    };
    form.addEventListener("input", () => { keep(); soon(); });
    const takeBack = (one) => {
      if (!one || same({ ...safe, ...one.words }, safe)) { kept.words.drop(); return; }
      fill(one.words);
      form.elements.marks.value = one.marks;
      form.elements.version.value = one.version;
      status(told.notsaved);
      soon();
    };
    const before = kept.words.get();
    if (before) takeBack(before);
    else if (unsaved()) soon();
    addEventListener("online", () => { if (unsaved()) soon(); });
    addEventListener("storage", (event) => { // the same draft in another window
      if (event.key !== kept.words.key || unsaved()) return;
      if (event.newValue === null) inTurn(refresh);
      else takeBack(kept.words.get());
    });
    document.addEventListener("visibilitychange", () => { if (document.hidden && unsaved() && !conflict) save(); });
    // Who leaves without a button or a link (back, closing) is not waited for: what is typed goes along
    addEventListener("pagehide", () => {
      if (!unsaved() || conflict) return;
      const last = new FormData(form);
      last.set("do", "words");
      navigator.sendBeacon(location.pathname, last);
    });
    addEventListener("pageshow", (event) => { if (event.persisted) inTurn(refresh); });
  }
  main.addEventListener("fresh", ({ detail: { fresh, sent } }) => {
    const now = fresh.querySelector("form[data-save]");
    if (!form || !now) return;
    if (unsaved() && sent !== form) return; // what is typed here was typed beside the older marks
    for (const name of ["version", "marks"]) form.elements[name].value = now.elements[name].value;
    if (unsaved()) return;
    fill(Object.fromEntries([...new FormData(now)].filter(([name]) => name === "text" || name.startsWith("alt-"))));
    safe = typed();
  });

  /* Forms of the draft */
  const isOurs = (one, button) => main.contains(one) && one.method === "post" && new URL(one.action).pathname === location.pathname
    && button?.value !== "away";
  main.addEventListener("submit", (event) => {
    const one = event.target, button = event.submitter;
    if (!isOurs(one, button)) return;
    event.preventDefault();
    event.stopPropagation();
    if (button?.value === "pictures") { photosUp.take(one.querySelector("[type=file]")); return; }
    if (one === form) { save(); return; }
    inTurn(async () => {
      await typedFirst();
      const answer = await send(one, button);
      // A photo of our own came in between: that is no change of someone else's, so the same button once more
      const again = answer.status === 409 && photosUp.came() && main.querySelector(`button[name=do][value="${button?.value}"]`);
      if (again) await send(again.form, again);
    });
  });
  const chosen = (field) => {
    const one = field.form;
    if (field.type === "file") photosUp.take(field);
    else if (one?.matches("[data-choose]")) inTurn(async () => { await typedFirst(); await send(one, one.querySelector("[data-plain] button")); });
  };
  main.addEventListener("change", (event) => chosen(event.target));
  // On a slow line the page is there before this file is: what was chosen meanwhile counts
  const isOther = (list) => list.selectedIndex !== Math.max(0, [...list.options].findIndex((one) => one.defaultSelected));
  for (const one of main.querySelectorAll("[type=file], [data-choose] select")) if (one.files ? one.files.length : isOther(one)) chosen(one);

  /* Going on. To be placed, approved or asked about: only with everything in it, and only while it still may */
  const stay = (words) => {
    say(words);
    const note = main.querySelector("[data-stays]");
    if (note) { note.textContent = words; note.hidden = false; }
  };
  const isComplete = async () => {
    await typedFirst();
    if (unsaved()) { stay(conflict ? told.conflict : told.notsaved); return false; }
    if (await photosUp.waits()) { stay(told.onitsway); return false; }
    return true;
  };
  const elsewhere = (event) => event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  const goesOn = (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || link.target || link.hash || link.origin !== location.origin || event.defaultPrevented || event.button === 2) return;
    const onward = Boolean(link.closest("[data-onward]")); // also in another window
    if (!onward && elsewhere(event)) return;
    if (!onward && !unsaved() && !page.isBusy()) return;
    if (!onward && !document.getElementById("verbinding").hidden) return; // no network: what was typed waits here
    event.preventDefault();
    const { href } = link;
    inTurn(async () => {
      if (!onward) { await typedFirst(); location.assign(href); return; }
      if (!await isComplete()) return;
      if ([...main.querySelectorAll("[data-onward] a")].some((one) => one.href === href)) location.assign(href);
      else document.getElementById("oordeel")?.focus(); // with the last words in it, it may not any more
    });
  };
  addEventListener("click", goesOn);
  addEventListener("auxclick", goesOn);
  // Signing out, another language, taking back a question: those forms wait for the words too
  let asked = null;
  document.addEventListener("submit", (event) => {
    const one = event.target, button = event.submitter;
    if (isOurs(one, button) || button?.value === "away" || asked === one || (!unsaved() && !page.isBusy())) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    asked = one; // a second time it goes, also when they could not be kept
    inTurn(async () => { await typedFirst(); if (unsaved()) stay(told.notsaved); else one.requestSubmit(button); });
  }, true);
}
