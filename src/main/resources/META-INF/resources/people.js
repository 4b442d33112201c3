// What script adds to pages about people: a button that prints, and a page that looks again while work goes on.
(function () {
  'use strict';
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }
  const LOOK = 700;
  async function look() {
    if (!document.querySelector('[data-working]')) return;
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
      const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (!answer.ok || !next.querySelector('[data-working]')) return location.reload();
      document.querySelector('progress').value = next.querySelector('progress').value;
      document.querySelector('[role=status]').textContent = next.querySelector('main [role=status]').textContent;
    } catch { /* no network: look again */ }
    setTimeout(look, LOOK);
  }
  setTimeout(look, LOOK);
})();
