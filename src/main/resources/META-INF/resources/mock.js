// A mock audit with script: the stage bar follows the question that is shown, and only its stage stands on the page.
(function () {
  'use strict';
  const stages = [...document.querySelectorAll('[data-stage]')], steps = [...document.querySelectorAll('[data-step]')];
  const questions = [...document.querySelectorAll('[data-question]')];
  if (!stages.length || !questions.length) return;
  document.body.classList.add('by-stage');
  function follow() {
    const shown = questions.find(question => question.classList.contains('now'));
    if (!shown) return;
    const at = stages.indexOf(shown.closest('[data-stage]')), now = at < 0 ? stages.length : at;
    stages.forEach((stage, i) => stage.classList.toggle('now', i === now));
    steps.forEach((step, i) => {
      step.classList.toggle('done', i < now);
      if (i === now) step.setAttribute('aria-current', 'step'); else step.removeAttribute('aria-current');
    });
    steps[Math.min(now, steps.length - 1)].scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  const eye = new MutationObserver(follow);
  questions.forEach(question => eye.observe(question, { attributes: true, attributeFilter: ['class'] }));
  follow();
})();
