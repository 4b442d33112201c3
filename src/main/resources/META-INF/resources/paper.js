// A paper with script: one question at a time, steps of a case that follow from decisions, the time that is left, and nothing that was
// filled in is left unsent when the person goes on, changes the language, puts the phone away, or time is up.
(function () {
  'use strict';
  if (!('paper' in document.body.dataset)) return;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const questions = all('[data-question]'), steps = all('.segments > li'), bar = document.querySelector('[data-paper-bar]');
  const end = questions.length - 1, submission = document.querySelector('[data-submission]');
  document.body.classList.add('one-at-a-time');
  bar.hidden = false;
  let at = -1;
  const form = question => question.querySelector('form[data-outbox]');
  const fields = own => all('input, select, textarea', own).filter(field => field.type !== 'hidden');
  const filled = question => {
    const own = form(question);
    return !own || fields(own).some(field => /radio|checkbox/.test(field.type) ? field.checked : field.value.trim() !== '');
  };
  const done = i => steps[i]?.classList.contains('done');

  // --- steps of a case ------------------------------------------------------------------------------------------------
  const decided = (own, step) => all('input:checked', own)
    .filter(field => [`step.${step}.option`, `step.${step}.truth`].includes(field.name) && !field.closest('[hidden]'))
    .map(field => field.value);
  const route = own => all('[data-when]', own).forEach(step => {
    step.hidden = !step.dataset.when.split(';').every(condition => {
      const [earlier, ids] = condition.split(':');
      return decided(own, earlier).some(id => ids.split(',').includes(id));
    });
  });

  // --- saving ---------------------------------------------------------------------------------------------------------
  const dirty = new Set();
  for (const question of questions) {
    const own = form(question);
    if (!own) continue;
    route(own);
    own.addEventListener('input', () => { dirty.add(question); route(own); });
    own.addEventListener('change', () => { dirty.add(question); route(own); });
    own.addEventListener('refill', event => { route(own); sent(question, filled(question) || event.detail.has('unknown')); });
  }
  function sent(question, answered) {
    dirty.delete(question);
    steps[questions.indexOf(question)]?.classList.toggle('done', answered);
    const word = question.querySelector('[data-saved]');
    if (word) word.hidden = !answered;
  }
  /** Sends what is filled in, or that it was taken back; false when something there can be no answer. */
  function save(question, unknown) {
    const own = form(question), nothing = !filled(question) && !done(questions.indexOf(question));
    if (!own || !unknown && (nothing || !dirty.has(question))) return true;
    if (!unknown && !own.checkValidity()) return false;
    sent(question, unknown || filled(question));
    own.requestSubmit(unknown ? own.querySelector('[name=unknown]') : undefined);
    return true;
  }
  /** The first question that can't be saved, if there is one; the others are. */
  const saveAll = () => [...dirty].filter(question => !save(question, false))[0];
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') saveAll(); });

  // --- one question at a time -------------------------------------------------------------------------------------------
  function show(next, move = true) {
    at = Math.max(0, Math.min(end, next));
    questions.forEach((question, i) => question.classList.toggle('now', i === at));
    steps.forEach((step, i) => step.classList.toggle('now', i === at && !done(i)));
    bar.querySelector('[data-previous]').disabled = at === 0;
    bar.querySelector('[data-next]').hidden = at === end;
    bar.querySelector('[data-unknown]').hidden = at === end || !form(questions[at]);
    const open = steps.filter((step, i) => !done(i) && form(questions[i])).length;
    const note = document.querySelector('[data-unanswered]');
    note.textContent = open ? note.dataset.unanswered.replace('%n', open) : '';
    if (move) { scrollTo(0, 0); history.replaceState(null, '', '#' + questions[at].id); }
  }
  /** Leaves the question for another; a number that is none keeps the person here, with the browser's own words. */
  function go(next, unknown = false) {
    if (save(questions[at], unknown)) show(next); else form(questions[at]).reportValidity();
  }
  bar.querySelector('[data-next]').addEventListener('click', () => go(at + 1));
  bar.querySelector('[data-unknown]').addEventListener('click', () => go(at + 1, true));
  bar.querySelector('[data-previous]').addEventListener('click', () => go(at - 1));
  steps.forEach((step, i) => step.addEventListener('click', () => go(i)));
  const named = questions.findIndex(question => '#' + question.id === location.hash);
  const wrong = questions.findIndex(question => question.querySelector('.form-errors'));
  const firstOpen = steps.findIndex((step, i) => !done(i));
  show(wrong >= 0 ? wrong : named >= 0 ? named : firstOpen < 0 ? end : firstOpen, false);

  // --- leaving the page: what is filled in goes first; another language opens at the same question -------------------------
  for (const leaving of all('form.language, form[data-leave]')) {
    leaving.addEventListener('submit', async event => {
      event.preventDefault();
      saveAll();
      await outbox.written();
      if (leaving.matches('.language')) leaving.action = leaving.getAttribute('action').split('#')[0] + '#' + questions[at].id;
      HTMLFormElement.prototype.submit.call(leaving);
    });
  }

  // --- handing in: only when every answer has arrived ---------------------------------------------------------------------
  let handing = false;
  async function handIn() {
    if (handing) return;
    handing = true;
    try {
      const wrong = saveAll();
      if (wrong && !over) { show(questions.indexOf(wrong)); form(wrong).reportValidity(); return; }
      await outbox.written();
      await outbox.flush();
      const left = await outbox.waiting();
      document.querySelector('[data-submission-problem]').textContent = left ? submission.dataset.waiting.replace('%n', left) : '';
      if (!left && (!over || await ask())) HTMLFormElement.prototype.submit.call(submission);
    } finally { handing = false; }
  }
  submission.addEventListener('submit', event => { event.preventDefault(); handIn(); });

  // --- the time that is left ----------------------------------------------------------------------------------------------
  const clock = document.querySelector('[data-clock][data-left]');
  let over = false;
  if (!clock) return;
  const words = clock.querySelector('[data-clock-words]'), said = clock.querySelector('[data-clock-said]'), SOON = 120;
  let until = performance.now() + clock.dataset.left * 1000, told = '';
  /** The server's clock decides. Without a network, a page that was kept goes by the phone's. */
  async function ask() {
    try {
      const answer = await fetch(clock.dataset.url, { headers: { Accept: 'application/json' }, cache: 'no-store', redirect: 'manual' });
      const time = await answer.json();
      if (time.ended || time.paused || over && time.left > 0) location.reload();
      until = performance.now() + time.left * 1000;
      return true;
    } catch {
      const left = Date.parse(clock.dataset.end) - Date.now();
      until = Math.min(until, performance.now() + left);
      return false;
    }
  }
  async function timeIsUp() {
    if (over) return;
    await ask();
    if (until > performance.now()) return;
    over = true;
    saveAll();
    document.body.classList.add('time-over');
    document.querySelector('[data-time-left]').hidden = true;
    document.querySelector('[data-time-over]').hidden = false;
    words.textContent = '';
    show(end);
    handIn();
    setInterval(handIn, 10000);
  }
  function tick() {
    if (over) return;
    const left = Math.ceil((until - performance.now()) / 1000);
    if (left <= 0) { timeIsUp(); return; }
    const minutes = Math.ceil(left / 60);
    const text = left < 60 ? clock.dataset.seconds.replace('%n', left)
      : minutes < 120 ? clock.dataset.minutes.replace('%n', minutes)
      : clock.dataset.hours.replace('%h', Math.floor(minutes / 60)).replace('%n', minutes % 60);
    if (text !== told) words.textContent = told = text;
    clock.classList.toggle('clock-soon', left <= SOON);
    if (left <= SOON && !said.textContent) said.textContent = clock.dataset.soon;
  }
  tick();
  ask().then(tick);
  setInterval(tick, 1000);
  setInterval(ask, 60000);
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') ask().then(tick); });
  addEventListener('online', () => ask().then(tick));
})();
