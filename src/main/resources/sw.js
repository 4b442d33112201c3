// Opens kept pages without a network and sends what waits in the outbox when every page is closed. Nothing else.
'use strict';
const BUILD = '%BUILD%';                                             // stamped by the server, as in the pages' own links
const FILES = ['/offline', `/app.css?v=${BUILD}`, `/app.js?v=${BUILD}`, `/outbox.js?v=${BUILD}`, `/icons.svg?v=${BUILD}`,
  `/paper.css?v=${BUILD}`, `/paper.js?v=${BUILD}`, `/walk.css?v=${BUILD}`, `/walk.js?v=${BUILD}`,
  `/webjars/picocss__pico/css/pico.min.css?v=${BUILD}`];   // open to anybody: one 401 and nothing installs
importScripts(`/outbox.js?v=${BUILD}`);

self.addEventListener('install', event => event.waitUntil((async () => {
  const files = await caches.open(`shell-${BUILD}`);
  await files.addAll(FILES.map(file => new Request(file, { cache: 'reload' })));
  await self.skipWaiting();
})()));

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys())
    if (name.startsWith('shell-') && name !== `shell-${BUILD}`) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener('fetch', event => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (FILES.includes(request.url.slice(location.origin.length))) event.respondWith(file(request));
  else if (request.destination === 'image') event.respondWith(picture(request));
});

/** The network first; the kept page when there is no network, when it is too slow, or when the server is down. */
async function page(request) {
  const copy = await kept(request);
  try {
    const answer = await (copy ? within(4000, fetch(request)) : fetch(request));
    return copy && answer.status >= 502 ? copy : answer;
  } catch {
    return copy || await kept('/offline') || Response.error();
  }
}
const file = async request => await kept(request) || fetch(request);                 // its address names its build
const picture = async request => fetch(request).catch(async () => await kept(request) || Response.error());
const kept = request => caches.match(request, { ignoreVary: true });
const within = (ms, work) => Promise.race([work, new Promise((_, fail) => setTimeout(fail, ms, new Error('too slow')))]);

// Chromium wakes us when the network is back, even with every page closed; elsewhere the page itself flushes.
self.addEventListener('sync', event => {
  if (event.tag === 'outbox') event.waitUntil(outbox.flush().then(end => {
    if (end === 'offline' || end === 'later') throw new Error(end);   // the browser repeats with its own backoff
  }));
});
