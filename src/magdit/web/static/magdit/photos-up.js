// Photos and films go up one after the other, in pieces; what broke off goes on where it was, also after a restart. Of
// two windows with the same draft one sends a photo, the other waits for it.
"use strict";

const photosUp = main && (() => {
  const PIECE = 1_000_000;
  const { told, offline, inTurn, refresh } = page;
  const mark = () => ({ "X-CSRFToken": main.querySelector("[name=csrfmiddlewaretoken]").value });
  const isHere = (photo) => photo.page === location.pathname;
  const alone = (key, work) => (key !== null && navigator.locks ? navigator.locks.request(`magdit-photo-${key}`, work) : work());

  let line = Promise.resolve(), coming = 0, came = false;
  const going = new Set();
  const onTheWay = (more) => main.classList.toggle("coming", (coming += more) > 0); // the verdict is not of these yet
  const goUp = (photo, key) => {
    const row = document.createElement("li"), said = document.createElement("span"), bar = document.createElement("progress");
    const tell = (words, at) => { said.textContent = words; bar.value = at; };
    bar.max = photo.file.size || 1;
    bar.setAttribute("aria-label", photo.name || told.waiting);
    tell(told.waiting, 0);
    row.append(said, bar);
    document.querySelector("[data-progress]")?.append(row);
    going.add(key);
    onTheWay(1);
    line = line.then(() => alone(key, async () => {
      const isThere = key === null || await kept.photos.get(key); // another window may have sent it
      const answer = isThere ? await pieces(photo, key, (at) => tell(at < photo.file.size ? told.uploading : told.looking, at)) : {};
      if (key !== null) await kept.photos.drop(key);
      bar.remove();
      going.delete(key);
      came = true;
      if (answer.wrong) { row.className = "wrong"; said.textContent = photo.name ? `${photo.name}: ${answer.wrong}` : answer.wrong; } else row.remove();
    })).then(() => inTurn(refresh)).catch(() => {}).finally(() => onTheWay(-1));
  };
  const asks = async (address, how) => {
    const answer = await fetch(address, how);
    if (answer.redirected || answer.status === 403) { location.reload(); await new Promise(() => {}); } // signed out: first in again
    if (answer.status >= 500) throw new Error(String(answer.status));
    return answer;
  };
  const pieces = async (photo, key, tell) => {
    let at = 0;
    for (;;) {
      try {
        if (!photo.address) {
          const body = new URLSearchParams({ name: photo.name, size: photo.file.size });
          const made = await asks(`${location.pathname}delen/`, { method: "POST", body, headers: mark() });
          if (made.status === 404) return { wrong: told.gone };
          const begun = await made.json();
          if (begun.wrong) return begun;
          photo.address = begun.address;
          if (key !== null) await kept.photos.put(photo, key);
        } else {
          const known = await asks(photo.address);
          if (known.status === 404) { photo.address = ""; at = 0; continue; }
          at = (await known.json()).offset;
        }
        while (at < photo.file.size) {
          tell(at);
          const body = photo.file.slice(at, at + PIECE);
          if (at + PIECE >= photo.file.size) tell(photo.file.size);
          const answer = await (await asks(photo.address, { method: "PATCH", body, headers: { ...mark(), "Upload-Offset": at } })).json();
          offline(false);
          if (answer.done || answer.wrong) return answer;
          at = answer.offset;
        }
        return {};
      } catch { offline(true); await page.wait(AGAIN); } // it broke off: ask how far it came, and go on there
    }
  };
  const take = async (input) => {
    const files = [...input.files];
    input.value = "";
    for (const row of document.querySelectorAll("[data-progress] > .wrong")) row.remove(); // that was about those before
    for (const file of files) {
      const photo = { page: location.pathname, file, name: file.name, address: "" };
      onTheWay(1); // from the moment it is chosen, also while it is put away
      goUp(photo, await kept.photos.add(photo));
      onTheWay(-1);
    }
  };

  /* What waited here: of this page, and what another app shared just now */
  const shared = sessionStorage.getItem("magdit:shared");
  sessionStorage.removeItem("magdit:shared");
  const resume = async () => {
    for (const [key, photo] of await kept.photos.mine((one) => isHere(one) || (shared && one.page === ""))) {
      if (going.has(key)) continue;
      if (!isHere(photo)) await kept.photos.put(Object.assign(photo, { page: location.pathname }), key);
      goUp(photo, key);
    }
  };
  const found = resume();
  for (const [name, is] of [["dragover", true], ["dragleave", false], ["drop", false]]) {
    main.addEventListener(name, (event) => {
      if (!event.dataTransfer?.types.includes("Files") || !main.querySelector(".drop")) return;
      event.preventDefault();
      main.querySelector(".drop").classList.toggle("over", is);
      if (name === "drop") take({ files: event.dataTransfer.files });
    });
  }
  return {
    take,
    came: () => { const did = came || coming > 0; came = false; return did; },
    // Whether anything is still on its way, from this window or another
    waits: async () => { await found; if (!coming) await resume(); return coming > 0; },
  };
})();
