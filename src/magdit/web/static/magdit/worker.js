// Keeps what everyone may see (style, script, icons) so that a page opens quickly, and catches photos that another app
// shares. Never keeps a page, a name or a photo of a draft: those are asked of the server, every time.
"use strict";

const KEPT = "magdit-static-1";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event, place = new URL(request.url);
  if (place.origin !== location.origin) return;
  if (request.method === "GET" && place.pathname.startsWith("/static/")) event.respondWith(fromKept(request));
  if (request.method === "POST" && place.pathname === "/gedeeld/") event.respondWith(caught(request));
});

const fromKept = async (request) => {
  const kept = await caches.open(KEPT), known = await kept.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) kept.put(request, answer.clone());
  return answer;
};

const caught = async (request) => {
  const form = await request.formData();
  const base = await new Promise((found, failed) => {
    const asked = indexedDB.open("magdit", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("photos", { autoIncrement: true });
    asked.onsuccess = () => found(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  await new Promise((done, failed) => {
    const writing = base.transaction("photos", "readwrite");
    for (const file of form.getAll("pictures")) writing.objectStore("photos").add({ page: "", file, name: file.name, address: "", who: "", at: Date.now() });
    writing.oncomplete = done;
    writing.onerror = () => failed(writing.error);
  });
  base.close();
  return Response.redirect("/gedeeld/", 303);
};
