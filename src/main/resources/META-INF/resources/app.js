// What script adds to pages that work without it: the PIN pad, cards that count themselves as read, smaller photos. Everything that a person writes goes through the outbox.
(function () {
  'use strict';
  document.documentElement.classList.add('js');
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  // --- the PIN pad ------------------------------------------------------------------------------------------------
  for (const form of all('[data-pin-form]')) {
    const pin = form.querySelector('.pin-input'), dots = all('.pin > li', form), said = form.querySelector('#pin-typed');
    const show = () => {
      dots.forEach((dot, i) => dot.classList.toggle('filled', i < pin.value.length));
      said.textContent = said.dataset.typed.replace('%n', pin.value.length);
    };
    pin.addEventListener('input', () => { pin.value = pin.value.replace(/\D/g, '').slice(0, 6); show(); });
    form.querySelector('.pin').addEventListener('click', () => pin.focus());
    form.querySelector('.pinpad').addEventListener('click', event => {
      const key = event.target.closest('button')?.value;
      if (!key) return;
      pin.value = key === 'clear' ? '' : key === 'back' ? pin.value.slice(0, -1) : (pin.value + key).slice(0, 6);
      show();
    });
  }

  // --- a lesson: a card that was in view as long as reading it takes has been seen -------------------------------------
  if ('lesson' in document.body.dataset && 'IntersectionObserver' in window) {
    const cards = all('.lesson-card'), steps = all('.segments > li'), BEAT = 200;
    const left = new Map(cards.map(card => [card, Number(card.dataset.dwell)])), inView = new Set();
    const seen = card => {
      left.delete(card);
      steps[cards.indexOf(card)]?.classList.add('done');
      card.querySelector('form[data-outbox]')?.requestSubmit();
    };
    const eye = new IntersectionObserver(entries => entries.forEach(({ target, isIntersecting }) =>
      inView[isIntersecting ? 'add' : 'delete'](target)), { rootMargin: '-30% 0px -30% 0px' });
    cards.forEach(card => eye.observe(card));
    let then = performance.now();
    setInterval(() => {
      const passed = Math.min(performance.now() - then, 5 * BEAT), card = cards.find(c => inView.has(c) && left.has(c));
      then = performance.now();
      if (!card || document.visibilityState !== 'visible') return;      // a phone in a pocket reads nothing
      left.set(card, left.get(card) - passed);                          // of two in view the upper one is read first
      if (left.get(card) <= 0) seen(card);
    }, BEAT);
  }

  // --- what was written before goes first ------------------------------------------------------------------------------
  for (const form of all('form[data-after-outbox]')) {
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const sent = outbox.written().then(outbox.flush);
      await Promise.race([sent, new Promise(enough => setTimeout(enough, 4000))]).catch(() => {});
      HTMLFormElement.prototype.submit.call(form);
    });
  }

  // --- a term of the glossary: a small note opens below the line that it stands in ---------------------------------------
  const closeTerm = () => {
    document.querySelector('.term-note')?.remove();
    document.querySelector('.term[aria-expanded=true]')?.setAttribute('aria-expanded', 'false');
  };
  for (const term of all('.lesson-card a.term')) {
    term.setAttribute('aria-expanded', 'false');
    term.addEventListener('click', event => {
      const entry = document.getElementById(term.hash.slice(1));
      if (!entry) return;
      event.preventDefault();
      const open = term.getAttribute('aria-expanded') === 'true';
      closeTerm();
      if (open) return;
      const note = document.createElement('div'), name = document.createElement('strong'), meaning = document.createElement('span');
      note.className = 'note term-note';
      note.setAttribute('role', 'status');
      name.append(...[...entry.childNodes].map(node => node.cloneNode(true)));
      meaning.textContent = entry.nextElementSibling.textContent;
      const line = term.closest('p, li, td, .lesson-card');
      if (line.matches('p')) line.after(note); else line.append(note);
      term.setAttribute('aria-expanded', 'true');
      note.append(name, meaning);
    });
  }
  document.addEventListener('keydown', event => { if (event.key === 'Escape') closeTerm(); });

  // --- photos are made smaller before they travel; what can't be read goes up as it is ------------------------------------
  const LONGEST = 2048;
  async function shrunk(file) {
    if (!/^image\//.test(file.type) || !window.OffscreenCanvas) return file;
    try {
      const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
      const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
      const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
      canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.82 });
      return new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' });
    } catch { return file; }
  }
  for (const input of all('input[type=file][data-shrink]')) {
    input.addEventListener('change', async () => {
      const files = new DataTransfer();
      for (const file of input.files) files.items.add(await shrunk(file));
      input.files = files.files;
    });
  }
})();
