// A walk without a network: the answer goes into the outbox, its row says so, and the next one opens.
(function () {
  'use strict';
  const MARKS = { CONFORMS: 'ready', PARTLY: 'gap', FAILS: 'fail', NOT_APPLICABLE: 'na' };
  const items = [...document.querySelectorAll('.walk-item')];

  /** A row shows what was answered. */
  function show(item, form) {
    const chosen = form.querySelector('[name=result]:checked');
    if (!chosen) return;
    const face = chosen.parentElement.querySelector('.answer-face');
    Object.values(MARKS).concat('none').forEach(mark => item.classList.remove(`is-${mark}`));
    item.classList.add(`is-${MARKS[chosen.value]}`);
    item.querySelector('summary .mark').replaceWith(face.querySelector('.mark').cloneNode(true));
    item.querySelector('summary .state').textContent = face.textContent.trim();
    item.querySelector('.walk-sent').textContent = '';
  }
  /** That it waits on this phone is said once it is on its disk: who reads it may close the page. */
  function waits(item) {
    item.querySelector('.walk-sent').textContent = item.dataset.waiting;
    item.classList.add('waits');
  }
  for (const item of items) {
    const form = item.querySelector('.walk-form'), note = form.querySelector('[name=note]'), photo = form.querySelector('[type=file]');
    let taken;
    form.addEventListener('change', () => { note.required = !!form.querySelector('[data-fact]:checked'); });
    form.addEventListener('submit', () => {
      show(item, form);
      taken = photo.files[0];
      item.open = false;
      const next = items[items.indexOf(item) + 1];
      if (next) { next.open = true; next.querySelector('summary').focus(); }
    });
    form.addEventListener('kept', () => {
      if (photo.files[0] === taken) photo.value = '';                        // it has gone into the outbox
      waits(item);
    });
    form.addEventListener('refill', () => { show(item, form); waits(item); });
  }
  /** When all is sent the page is asked for anew, so that what others answered meanwhile is seen; never while somebody writes. */
  new BroadcastChannel('outbox').addEventListener('message', ({ data: state }) => {
    if (state !== 'sent') return;
    const waited = document.querySelectorAll('.walk-item.waits');
    waited.forEach(item => { item.classList.remove('waits'); item.querySelector('.walk-sent').textContent = item.dataset.saved; });
    const writing = items.some(item => item.open && (item.querySelector('[name=result]:checked') || item.querySelector('textarea').value));
    if (waited.length && !writing && navigator.onLine) location.reload();
  });
})();
