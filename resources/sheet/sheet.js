const cards = [...document.querySelectorAll('.card')];
const filters = [...document.querySelectorAll('nav button')];
const strip = document.querySelector('.strip'), marks = new Map();
const dialog = document.querySelector('dialog');
const shown = () => cards.filter(card => !card.hidden);
let kind = '';
function filter(wanted) {
  kind = wanted;
  for (const card of cards) {
    const kinds = card.dataset.kinds.split(' ').filter(Boolean);
    card.hidden = kind === 'any' ? !kinds.length : kind !== '' && !kinds.includes(kind);
    marks.get(card).hidden = card.hidden;
  }
  for (const button of filters) button.ariaPressed = String(button.dataset.kind === kind);
  for (const part of document.querySelectorAll('section'))
    part.hidden = !part.querySelector('.card:not([hidden])');
  const first = shown()[0]; if (first) first.focus();
}
function fill(card) {
  const facts = JSON.parse(card.dataset.facts), small = card.querySelector('img');
  const picture = dialog.querySelector('img'), rings = dialog.querySelector('svg');
  const frame = dialog.querySelector('.frame'), link = dialog.querySelector('a');
  frame.style.setProperty('--shown', facts.width / facts.height);
  frame.classList.toggle('none', !small); link.hidden = !small;
  picture.onerror = () => { picture.onerror = null; if (small) picture.src = small.src; };
  picture.alt = facts.label;
  if (small) picture.src = facts.output; else picture.removeAttribute('src');
  dialog.querySelector('h3').textContent = facts.label;
  dialog.querySelector('p').textContent = facts.about;
  link.href = facts.output;
  const list = dialog.querySelector('ul'); list.replaceChildren();
  rings.replaceChildren(); rings.setAttribute('viewBox', `0 0 ${facts.width} ${facts.height}`);
  const least = Math.max(facts.width, facts.height) / 70;
  for (const fault of facts.faults) {
    const line = document.createElement('li'); line.textContent = fault.text; list.append(line);
    for (const [x, y, pixels] of fault.spots) {
      const ring = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
      ring.setAttribute('cx', x); ring.setAttribute('cy', y);
      ring.setAttribute('r', Math.max(least, Math.sqrt(pixels / Math.PI) * 1.3));
      ring.setAttribute('fill', 'none'); ring.setAttribute('stroke', '#ff3b6b');
      ring.setAttribute('stroke-width', least / 5); rings.append(ring);
    }
  }
  dialog.dataset.index = cards.indexOf(card);
}
function open(card) { fill(card); if (!dialog.open) { dialog.showModal(); dialog.focus(); } }
function step(by) {
  const list = shown(); if (!list.length) return;
  const from = dialog.open ? cards[dialog.dataset.index] : document.activeElement;
  const at = list.indexOf(from);
  const to = list[Math.min(list.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
  if (dialog.open) fill(to); else to.focus();
}
function across() {
  const list = shown(), top = list.length ? list[0].offsetTop : 0;
  return Math.max(1, list.filter(card => card.offsetTop === top).length);
}
for (const card of cards) {
  card.onclick = () => open(card);
  const mark = document.createElement('button'), first = card === card.parentNode.firstElementChild;
  mark.type = 'button'; mark.tabIndex = -1; mark.title = card.querySelector('b').textContent;
  mark.className = card.dataset.state + (first && strip.childElementCount ? ' cut' : '');
  mark.onclick = () => open(card); strip.append(mark); marks.set(card, mark);
}
const [back, on, close] = dialog.querySelectorAll('aside div button');
back.onclick = () => step(-1); on.onclick = () => step(1); close.onclick = () => dialog.close();
for (const button of filters) button.onclick = () => filter(button.dataset.kind);
dialog.addEventListener('close', () => { const card = cards[dialog.dataset.index]; card.focus(); });
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const moves = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: dialog.open ? 1 : across(),
    ArrowUp: dialog.open ? -1 : -across(), Home: -1e9, End: 1e9 };
  if (event.key in moves) { step(moves[event.key]); event.preventDefault(); }
  else if (event.key === 'f') { if (dialog.open) dialog.close(); filter(kind ? '' : 'any'); }
});
