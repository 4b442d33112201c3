// What a person writes waits here until the server has said that it has it. One file for two places: the page, where it
// also binds the forms marked data-outbox, and the service worker, which sends when every page is closed.
(function (self) {
  'use strict';
  // --- the box --------------------------------------------------------------------------------------------------------
  /** Resolves when the work is on disk, not when it was merely asked for. */
  const STORES = ['entries', 'photos'];                                 // letters, and the photos that belong to them
  const inBox = (mode, work) => new Promise((done, fail) => {
    const opening = indexedDB.open('outbox', 2);
    opening.onupgradeneeded = () => STORES.filter(name => !opening.result.objectStoreNames.contains(name))
      .forEach(name => opening.result.createObjectStore(name, { keyPath: 'place', autoIncrement: true }));
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const db = opening.result, transaction = db.transaction(STORES, mode, { durability: 'strict' });
      const request = work(transaction.objectStore('entries'), transaction.objectStore('photos'));
      transaction.oncomplete = () => { db.close(); done(request.result); };
      transaction.onabort = () => { db.close(); fail(transaction.error); };
    };
  });
  const all = () => inBox('readonly', letters => letters.getAll());       // in the order in which they were written
  const photos = () => inBox('readonly', (letters, box) => box.getAll());

  let writing = Promise.resolve();
  function put(letter, files = []) {
    const kept = keepLetter(letter, files);
    writing = Promise.allSettled([writing, kept]);
    return kept;
  }
  async function keepLetter(letter, files) {
    const id = newId(), at = new Date().toISOString(), sequence = await nextSequence();
    await inBox('readwrite', (letters, box) => {                          // both or neither
      for (const file of files) box.add({ who: letter.who, url: letter.photos, of: id, id: newId(), at, file, name: file.name });
      return letters.add({ ...letter, id, at, sequence });
    });
    tell('kept');
    self.navigator.serviceWorker?.ready.then(worker => worker.sync?.register('outbox')).catch(() => {});
    flush();
  }
  /** Counts up with every letter, whatever the clock does: from the clock, what the page knows, and what was counted before. */
  let counted = 0;
  async function nextSequence() {
    const before = Math.max(counted, Number(self.document?.body.dataset.sequence ?? 0), ...(await all()).map(l => l.sequence ?? 0));
    return counted = Math.max(Date.now(), before + 1, counted + 1);
  }
  /** UUIDv7: it sorts by time, and as it is made here, sending twice is harmless. */
  function newId() {
    const time = Date.now().toString(16).padStart(12, '0');
    const hex = Array.from(crypto.getRandomValues(new Uint8Array(10)), b => b.toString(16).padStart(2, '0')).join('');
    const variant = '89ab'[hex.charCodeAt(3) % 4];
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(8)}`;
  }

  // --- sending: one sender per browser, in order, and it stops at the first doubt -------------------------------------
  const alone = work => self.navigator.locks ? self.navigator.locks.request('outbox', work) : work();
  let sending = null, again = false, ticket = null;
  function flush() {
    again = true;
    return sending ??= alone(async () => {
      let end;
      while (again) { again = false; end = await send() ?? end; }
      return end && tell(end);
    }).finally(() => { sending = null; if (again) flush(); });
  }

  /** A ticket says who is signed in and holds a fresh CSRF token: {who, csrf}. It is forgotten at the first doubt. */
  async function send() {
    let end = 'offline';
    try {
      if (!(await all()).length && !(await photos()).length) return null;   // nothing to send, nothing to tell
      if (!ticket) {
        const answer = await ask('/session');
        if (signedOut(answer)) return 'signedOut';
        ticket = await answer.json();                       // the login page of a hotspot is not JSON: we are still offline
      }
      for (let letter; (letter = (await all()).find(l => l.who === ticket.who && !l.refused));) {
        const answer = await ask(letter.url, `${letter.fields}&id=${letter.id}&at=${letter.at}&sent=${new Date().toISOString()}&sequence=${letter.sequence ?? ''}`,
          { 'Content-Type': 'application/x-www-form-urlencoded', 'X-CSRF-TOKEN': ticket.csrf, 'Writer': letter.who });
        if (answer.headers.get('Receipt') !== letter.id) { end = signedOut(answer) ? 'signedOut' : 'later'; throw answer; }
        // with its receipt the server has said yes, or a final no; what it refused is set aside and shown, never dropped
        await inBox('readwrite', box => answer.ok ? box.delete(letter.place) : box.put({ ...letter, refused: answer.status }));
      }
      const waits = new Set((await all()).map(l => l.id));    // a photo never travels before its letter
      for (let photo; (photo = (await photos()).find(p => p.who === ticket.who && !p.refused && !waits.has(p.of)));) {
        const body = new FormData();
        for (const [name, value] of Object.entries({ id: photo.id, at: photo.at, response: photo.of })) body.append(name, value);
        body.append('photo', photo.file, photo.name);
        const answer = await fetch(photo.url, { method: 'POST', body, redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout?.(120_000),
          headers: { Accept: 'application/json', 'X-CSRF-TOKEN': ticket.csrf, 'Writer': photo.who } });
        if (answer.headers.get('Receipt') !== photo.id) { end = signedOut(answer) ? 'signedOut' : 'later'; throw answer; }
        await inBox('readwrite', (letters, box) => answer.ok ? box.delete(photo.place) : box.put({ ...photo, refused: answer.status }));
      }
      return 'sent';
    } catch { ticket = null; return end; }
  }
  const ask = (url, body, headers) => fetch(url, { method: body ? 'POST' : 'GET', body, keepalive: !!body, redirect: 'manual',
    headers: { Accept: 'application/json', ...headers }, cache: 'no-store', signal: AbortSignal.timeout?.(15_000) });
  const signedOut = answer => answer.status === 401 || answer.type === 'opaqueredirect';

  const news = new BroadcastChannel('outbox');
  const tell = state => { news.postMessage(state); return state; };
  /** How many letters of the person of this page have not been taken yet. */
  const waiting = async () => (await all()).filter(l => l.who === self.document?.querySelector('meta[name=who]')?.content && !l.refused).length;
  /** Resolves when everything that was written is on disk. */
  const written = () => writing;
  self.outbox = { put, flush, waiting, written };

  // --- the page -------------------------------------------------------------------------------------------------------
  const page = self.document, who = page?.querySelector('meta[name=who]')?.content;
  if (!page) return;
  page.addEventListener('submit', event => {
    const form = event.target;
    if (!who || !('outbox' in form.dataset)) return;
    event.preventDefault();
    const given = new FormData(form, event.submitter), files = [...given.values()].filter(value => value instanceof File && value.size);
    [...form.querySelectorAll('input[type=file]')].forEach(input => given.delete(input.name));
    const fields = new URLSearchParams(given);
    ['id', 'sequence', 'csrf-token'].forEach(stale => fields.delete(stale));
    put({ who, url: form.action, form: form.id, fields: fields.toString(), photos: form.dataset.photos }, files)
      .then(() => form.dispatchEvent(new CustomEvent('kept')),
        () => HTMLFormElement.prototype.submit.call(form));                  // no disk for us here: the plain way
  });

  let retry, keeping;
  new BroadcastChannel('outbox').onmessage = async ({ data: state }) => {
    const mine = [...await all(), ...await photos()].filter(l => l.who === who), refused = mine.filter(l => l.refused).length;
    for (const line of page.querySelectorAll('[data-outbox-status]'))        // the words come from the template
    {
      line.textContent = (line.dataset[refused ? 'refused' : state] ?? '').replace('%n', refused || mine.length);
      line.hidden = !line.textContent || (state === 'kept' && !refused);      // a moment of sending needs no bar
    }
    [retry, keeping].forEach(clearTimeout);
    if (state === 'sent') keeping = setTimeout(keep, 1000);
    if (state === 'offline' || state === 'later') retry = setTimeout(flush, 10_000 * (0.5 + Math.random()));
  };
  /** Puts what was written and not yet sent back into the forms of a page that was opened again. */
  async function refill() {
    for (const letter of await all()) {
      const form = page.getElementById(letter.form), given = new URLSearchParams(letter.fields);
      if (letter.who !== who || form?.action !== letter.url) continue;
      for (const field of form.elements)
        if (/radio|checkbox/.test(field.type)) field.checked = given.getAll(field.name).includes(field.value);
        else if (given.has(field.name) && field.type !== 'hidden') field.value = given.get(field.name);
      form.dispatchEvent(new CustomEvent('refill', { detail: given }));
    }
  }
  /** A page that the server marked can be opened offline; a sign-in page forgets the pages of whoever was here before. */
  async function keep() {
    if ('forgetPages' in page.body.dataset) await self.caches?.delete('pages');
    const pages = 'keepPage' in page.body.dataset && await self.caches?.open('pages');
    if (pages) await Promise.allSettled([location.href, ...[...page.images].map(image => image.src)].map(async url => {
      const answer = await fetch(url, { cache: 'no-cache' });
      if (answer.ok && !answer.redirected) await pages.put(url, answer);   // never a sign-in page under the quiz's address
    }));
  }
  self.navigator.serviceWorker?.register('/sw.js').catch(() => {});
  self.addEventListener('online', flush);
  self.addEventListener('pageshow', () => refill().then(keep).then(flush));
  page.addEventListener('visibilitychange', () => page.visibilityState === 'visible' && flush());
})(self);
