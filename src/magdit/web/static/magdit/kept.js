// What waits on this device until the server has it: words that were typed and photos on their way. Each carries the
// account that it belongs to and the hour: another account neither sees nor sends it, and after a day it is gone.
// Signing out clears all of it (the server says so to the browser).
"use strict";

const kept = (() => {
  const DAY = 86_400_000, HOUR = 3_600_000, MARK = "magdit:";
  const who = document.querySelector("[data-account]")?.dataset.account ?? "";
  const isOld = (one, longest = DAY) => !(Date.now() - one?.at < longest);

  /* Words: one entry per page */
  const KEY = `${MARK}${who}:${location.pathname}`;
  const read = (key) => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
  for (const key of Object.keys(localStorage)) if (key.startsWith(MARK) && isOld(read(key))) localStorage.removeItem(key);
  const words = {
    key: KEY,
    get: () => (who ? read(KEY) : null),
    set: (told) => { if (who) try { localStorage.setItem(KEY, JSON.stringify({ ...told, at: Date.now() })); } catch { /* full, or not allowed */ } },
    drop: () => localStorage.removeItem(KEY),
  };

  /* Photos: what another app shared is nobody's until someone opens it, and for no longer than an hour */
  const store = new Promise((found) => {
    const asked = indexedDB.open("magdit", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("photos", { autoIncrement: true });
    asked.onsuccess = () => { asked.result.onversionchange = () => asked.result.close(); found(asked.result); };
    asked.onerror = () => found(null);
  });
  const inStore = async (does) => {
    const base = await store;
    if (!base) return null;
    return new Promise((found) => {
      let asked = null;
      try { asked = does(base.transaction("photos", "readwrite").objectStore("photos")); } catch { found(null); return; }
      asked.onsuccess = () => found(asked.result);
      asked.onerror = () => found(null);
    });
  };
  const photos = {
    add: (photo) => inStore((all) => all.add(Object.assign(photo, { who, at: Date.now() }))),
    get: (key) => inStore((all) => all.get(key)),
    put: (photo, key) => inStore((all) => all.put(photo, key)),
    drop: (key) => inStore((all) => all.delete(key)),
    // [key, photo] of this account that `fits`; what is too old goes
    mine: async (fits) => {
      const found = [];
      for (const key of (await inStore((all) => all.getAllKeys())) ?? []) {
        const photo = await photos.get(key);
        if (!photo || isOld(photo, photo.who ? DAY : HOUR)) await photos.drop(key);
        else if (who && photo.who === who && fits(photo)) found.push([key, photo]);
      }
      return found;
    },
    // What was shared a moment ago is theirs who opens it now
    claim: async () => {
      for (const key of (await inStore((all) => all.getAllKeys())) ?? []) {
        const photo = await photos.get(key);
        if (who && photo && !photo.who && !isOld(photo, HOUR)) await photos.put({ ...photo, who }, key);
      }
    },
  };
  return { words, photos };
})();
