// What script adds to pages about people: a button that prints, and a page that looks again while work goes on.
(function () {
  'use strict';
  for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => print());
})();
