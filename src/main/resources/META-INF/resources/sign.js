// A finger signs on a field of 600 × 200; what it drew travels as the strokes of an SVG path. Without script there is a box to tick.
(function () {
  'use strict';
  const field = document.querySelector('[data-sign]'), plain = document.querySelector('[data-plain]');
  if (!field || !window.PointerEvent) return;
  const canvas = field.querySelector('canvas'), input = field.querySelector('input'), pen = canvas.getContext('2d'), LONGEST = 5900;
  let strokes = [], drawing = false;
  field.hidden = false;
  plain.hidden = true;
  pen.lineWidth = 5; pen.lineCap = 'round'; pen.lineJoin = 'round'; pen.strokeStyle = '#0f2328';
  const point = event => {
    const box = canvas.getBoundingClientRect();
    const within = (value, most) => Math.max(0, Math.min(most, Math.round(value)));
    return [within((event.clientX - box.left) * 600 / box.width, 600), within((event.clientY - box.top) * 200 / box.height, 200)];
  };
  const write = () => {
    input.value = strokes.filter(s => s.length > 1).map(s => 'M' + s.map(p => p.join(' ')).join('L')).join('');
  };
  canvas.addEventListener('pointerdown', event => {
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    drawing = true;
    strokes.push([point(event)]);
  });
  canvas.addEventListener('pointermove', event => {
    if (!drawing || input.value.length > LONGEST) return;
    const stroke = strokes[strokes.length - 1], last = stroke[stroke.length - 1], next = point(event);
    if (Math.abs(next[0] - last[0]) + Math.abs(next[1] - last[1]) < 4) return;
    stroke.push(next);
    pen.beginPath(); pen.moveTo(...last); pen.lineTo(...next); pen.stroke();
    write();
  });
  const end = () => { drawing = false; };
  canvas.addEventListener('pointerup', end);
  canvas.addEventListener('pointercancel', end);
  field.querySelector('[data-clear]').addEventListener('click', () => {
    strokes = [];
    input.value = '';
    pen.clearRect(0, 0, canvas.width, canvas.height);
  });
})();
