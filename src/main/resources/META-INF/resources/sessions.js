// A page that shows what happens elsewhere asks for itself again every few seconds, and puts in place what has changed.
(function () {
  'use strict';
  const EVERY = 2000, SLOWER = 8000;
  let live = document.getElementById('live');
  if (!live) return;
  async function again() {
    let pause = EVERY;
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, credentials: 'same-origin', cache: 'no-store' });
      if (answer.redirected && new URL(answer.url).pathname !== location.pathname) { location.replace(answer.url); return; }
      if (answer.ok) {
        const next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('live');
        if (next && next.dataset.state !== live.dataset.state) {
          const fresh = document.importNode(next, true);
          live.replaceWith(fresh);
          live = fresh;
        }
      } else { pause = SLOWER; }
    } catch { pause = SLOWER; } // no network: what is shown stays, and the next try comes later
    setTimeout(again, pause);
  }
  setTimeout(again, EVERY);
})();
