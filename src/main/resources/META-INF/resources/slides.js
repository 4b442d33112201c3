// What script adds to slides: keys and remote controls, full screen, notes, and letters that shrink until a slide fits.
(function () {
  'use strict';
  const slides = [...document.querySelectorAll('.slide')], steps = document.querySelector('[data-steps]');
  const notes = document.querySelector('[data-notes]'), full = document.querySelector('[data-full]'), print = document.querySelector('[data-print]');
  const SIZES = 5, IDLE = 3000;
  document.documentElement.classList.add('js');
  let at = 0;

  const show = next => {
    at = Math.max(0, Math.min(slides.length - 1, next));
    slides[at].scrollIntoView();
    tell();
  };
  const tell = () => {
    steps.querySelector('[data-at]').textContent = `${at + 1} / ${slides.length}`;
    steps.querySelector('[data-back]').disabled = at === 0;
    steps.querySelector('[data-on]').disabled = at === slides.length - 1;
    history.replaceState(null, '', '#' + slides[at].id);
  };
  const setNotes = on => {
    notes.setAttribute('aria-pressed', on);
    slides.forEach(slide => { const own = slide.querySelector('.slide-notes'); if (own) own.open = on; });
    slides[at].scrollIntoView();
  };

  // a slide on a wall has no second page: what is too long gets smaller letters, down to a size that a room can still read
  const fit = () => {
    const wall = matchMedia('(min-width: 48rem) and (min-aspect-ratio: 1/1)').matches;
    for (const slide of slides) {
      for (let size = 1; size <= SIZES; size++) slide.classList.remove('fit-' + size);
      const own = slide.querySelector('.slide-notes'), open = own?.open;
      if (own) own.open = false;
      for (let size = 1; wall && size <= SIZES && slide.scrollHeight > innerHeight + 1; size++) {
        slide.classList.remove('fit-' + (size - 1));
        slide.classList.add('fit-' + size);
      }
      if (own) own.open = open;
    }
  };

  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pressed = event.target.closest('button, a, summary');
    const key = event.key;
    if (pressed && (key === ' ' || key === 'Enter')) return;
    if (['ArrowRight', 'ArrowDown', 'PageDown', 'Enter', ' '].includes(key)) show(at + (key === ' ' && event.shiftKey ? -1 : 1));
    else if (['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'].includes(key)) show(at - 1);
    else if (key === 'Home') show(0);
    else if (key === 'End') show(slides.length - 1);
    else if (key === 'n' || key === 'N') setNotes(notes.getAttribute('aria-pressed') !== 'true');
    else if (key === 'f' || key === 'F') toggleFull();
    else return;
    event.preventDefault();
  });
  steps.querySelector('[data-back]').addEventListener('click', () => show(at - 1));
  steps.querySelector('[data-on]').addEventListener('click', () => show(at + 1));
  notes.addEventListener('click', () => setNotes(notes.getAttribute('aria-pressed') !== 'true'));
  print.addEventListener('click', () => window.print());
  const toggleFull = () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.().catch(() => {});
  full.addEventListener('click', toggleFull);
  notes.hidden = print.hidden = steps.hidden = false;
  full.hidden = !document.fullscreenEnabled;

  // where somebody scrolled to by hand
  const eye = new IntersectionObserver(entries => entries.forEach(({ target, isIntersecting }) => {
    if (isIntersecting) { at = slides.indexOf(target); tell(); }
  }), { rootMargin: '-50% 0px -50% 0px' });
  slides.forEach(slide => eye.observe(slide));

  // nothing on the wall moves while somebody speaks
  let quiet = 0;
  const awake = () => {
    document.body.classList.remove('idle');
    clearTimeout(quiet);
    quiet = setTimeout(() => document.fullscreenElement && document.body.classList.add('idle'), IDLE);
  };
  ['mousemove', 'keydown', 'touchstart'].forEach(kind => addEventListener(kind, awake, { passive: true }));
  document.addEventListener('fullscreenchange', () => { awake(); requestAnimationFrame(() => { fit(); slides[at].scrollIntoView(); }); });
  addEventListener('resize', () => { fit(); slides[at].scrollIntoView(); });

  fit();
  const named = slides.findIndex(slide => '#' + slide.id === location.hash);
  if (named > 0) show(named);
})();
