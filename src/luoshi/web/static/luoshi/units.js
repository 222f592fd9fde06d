/* Choosing units: one list for all fields of the page (a combobox as ARIA 1.2 has it). Everything works without this
   file: fields take names as they are typed, and choices are the browser's own. */
const HAN = /\p{Script=Han}/u, BETWEEN = /[、，,；;\s]/, ALL = 60, GAP = 4, TALLEST = 384;
/* On a telephone each letter is “composed”; elsewhere that is how Chinese is written, and has a list of its own */
const byFinger = window.matchMedia("(pointer: coarse)");
const isComposed = (event) => event.isComposing && !byFinger.matches;

/* ---- what there is to choose: fetched once a page, when a field is first entered ---- */
const fetched = new Map();
const unitsAt = (address) => {
  if (!address) return Promise.resolve([]);
  if (!fetched.has(address)) {
    const answer = fetch(address, { headers: { Accept: "application/json" } }).then((told) => (told.ok ? told.json() : Promise.reject(told)));
    answer.catch(() => fetched.delete(address));
    fetched.set(address, answer);
  }
  return fetched.get(address);
};
const selectOf = (field) => field.unitSelect;
const chosenIn = (select) => (select.selectedIndex < 0 ? "" : select.options[select.selectedIndex].text);
/* A choice of the page's own goes by the other names of its unit, too; all stand in the order of their letters */
const choicesOf = (field, units) => {
  const select = selectOf(field);
  if (!select) return units;
  const known = new Map(units.map((unit, place) => [unit.name, { ...unit, place }]));
  const choices = [...select.options].map((option) => ({ kind: "", names: [[option.text, "", ""]], place: option.value ? units.length : -1, ...known.get(option.text), name: option.text, value: option.value }));
  return choices.sort((one, other) => one.place - other.place);
};

/* ---- what fits: a part of a name, or the first letters of its pinyin; the characters that say so ---- */
const placesOf = (signs, letters) => {
  const places = [];
  signs.forEach((sign, place) => { if (HAN.test(sign) || sign.toLowerCase() === letters[places.length]) places.push(place); });
  return places;
};
const fitOf = ([name, letters], typed) => {
  const signs = [...name];
  const written = name.toLowerCase().indexOf(typed), spelt = written < 0 ? letters.indexOf(typed) : -1;
  if (written < 0 && spelt < 0) return null;
  const places = written < 0 ? placesOf(signs, letters) : signs.map((_, place) => place);
  const first = Math.max(written, spelt), length = [...typed].length;
  const isWhole = (written < 0 ? letters : name).length === typed.length;
  return { signs, start: places[first], end: places[first + length - 1] + 1, rank: isWhole ? 0 : first ? 2 : 1 };
};
/* Its own name before the others, what begins so before what has it inside */
const bestOf = (unit, typed) => {
  const fits = unit.names.map((name, place) => ({ unit, name, fit: fitOf(name, typed), place })).filter(({ fit }) => fit);
  return fits.sort((one, other) => one.fit.rank - other.fit.rank || one.place - other.place)[0];
};
const fitting = (units, typed) => {
  if (!typed) return units.map((unit) => ({ unit, name: unit.names[0], fit: null }));
  return units.map((unit) => bestOf(unit, typed)).filter(Boolean).sort((one, other) => one.fit.rank - other.fit.rank);
};
/* The unit that letters mean on the server, too: those of one unit alone, and nobody's name */
const meantBy = (units, letters) => {
  if (!/^[a-z]+$/.test(letters) || units.some((unit) => unit.names.some(([name]) => name.toLowerCase() === letters))) return null;
  const found = units.filter((unit) => unit.names.some((name) => name[1] === letters));
  return found.length === 1 ? found[0] : null;
};

/* ---- the list ---- */
const made = (tag, attributes, ...inside) => {
  const element = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  element.append(...inside);
  return element;
};
const list = made("ul", { role: "listbox", id: "unit-choices", "aria-label": "单位" });
const told = made("p", { class: "hint" });
const heard = made("p", { class: "vh", role: "status" });
const popup = made("div", { class: "choices", hidden: "" }, list, told);
let field = null, units = [], shown = [], active = -1, before = "", isWanted = false, turns = 0;
const waiting = [];

const marked = (name, fit) => {
  if (!fit) return [name];
  const part = (start, end) => fit.signs.slice(start, end).join("");
  return [part(0, fit.start), made("mark", { class: "q" }, part(fit.start, fit.end)), part(fit.end)];
};
const drawn = ({ unit, name, fit }, place) => {
  const isOwn = name[0] === unit.name;
  const option = made("li", { role: "option", id: `unit-choice-${place}`, "aria-selected": "false" });
  option.append(made("span", field.classList.contains("doc") ? { class: "doc" } : {}, ...(isOwn ? marked(unit.name, fit) : [unit.name])));
  if (!isOwn) option.append(" ", made("span", { class: "sm mut" }, `${name[2]} `, ...marked(name[0], fit)));
  if (unit.kind) option.append(" ", made("span", { class: "sm mut kind" }, unit.kind));
  return option;
};
const put = () => {
  const box = field.getBoundingClientRect(), room = window.visualViewport ? window.visualViewport.height : window.innerHeight;
  const wide = document.documentElement.clientWidth, below = room - box.bottom - 2 * GAP, above = box.top - 2 * GAP;
  popup.style.minWidth = `${Math.min(box.width, wide - 2 * GAP)}px`;
  popup.style.maxHeight = `${TALLEST}px`;
  const isBelow = below >= Math.min(popup.offsetHeight, TALLEST) || below >= above;
  popup.style.maxHeight = `${Math.min(TALLEST, isBelow ? below : above)}px`;
  popup.style.left = `${Math.max(GAP, Math.min(box.left, wide - popup.offsetWidth - GAP))}px`;
  popup.style.top = `${isBelow ? box.bottom + GAP : box.top - GAP - popup.offsetHeight}px`;
};
const close = () => {
  isWanted = false;
  waiting.length = 0;
  active = -1;
  popup.hidden = true;
  heard.textContent = "";
  if (!field) return;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
};
const activate = (place) => {
  if (active >= 0 && list.children[active]) list.children[active].setAttribute("aria-selected", "false");
  active = place;
  if (place < 0) { field.removeAttribute("aria-activedescendant"); return; }
  const option = list.children[place];
  option.setAttribute("aria-selected", "true");
  field.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
};

/* ---- the part of a field that is being typed: all of it, or what stands between two marks ---- */
const partOf = (box) => {
  if (!("several" in box.dataset)) return { start: 0, end: box.value.length };
  let start = box.selectionStart, end = start;
  while (start > 0 && !BETWEEN.test(box.value[start - 1])) start -= 1;
  while (end < box.value.length && !BETWEEN.test(box.value[end])) end += 1;
  return { start, end };
};
const typedIn = (box) => {
  if (box.value === before) return "";
  const { start, end } = partOf(box);
  return box.value.slice(start, end).trim().toLowerCase();
};
const none = () => {
  if (selectOf(field)) return "没有可选的。按 Esc 还原。";
  return "isNew" in field.dataset ? "没有登记过这个名称。确是新单位，照写就行。" : "没有叫这个的单位。";
};
const show = (typed) => {
  const found = fitting(choicesOf(field, units), typed);
  shown = found.slice(0, ALL);
  list.replaceChildren(...shown.map(drawn));
  list.hidden = !shown.length;
  told.textContent = !found.length ? none() : found.length > ALL ? `还有 ${found.length - ALL} 个，再打一两个字。` : "";
  told.hidden = !told.textContent;
  heard.textContent = found.length ? `${found.length} 个可选` : told.textContent;
  popup.hidden = false;
  field.setAttribute("aria-expanded", String(shown.length > 0));
  activate(-1);
  popup.scrollTop = 0;
  put();
};
/* Open it with what fits. Keys that are pressed before the names have come wait for them. */
const open = async (...steps) => {
  const turn = turns += 1, asked = field;
  isWanted = true;
  waiting.push(...steps);
  const names = await unitsAt(field.dataset.units).catch(() => []);
  if (turn !== turns || field !== asked || !isWanted) return;
  units = names;
  if (!units.length && !selectOf(field)) { close(); return; }
  show(typedIn(field));
  waiting.splice(0).forEach((step) => { if (shown.length) step(); });
};

/* ---- taking one ---- */
const take = ({ unit }) => {
  const select = selectOf(field);
  if (select) {
    const isOther = select.value !== unit.value;
    select.value = unit.value;
    field.value = unit.name;
    before = field.value;
    close();
    if (isOther) select.dispatchEvent(new Event("change", { bubbles: true }));
    return;
  }
  const { start, end } = partOf(field);
  field.setRangeText(unit.name, start, end, "end");
  before = field.value;
  close();
  field.dispatchEvent(new Event("change", { bubbles: true }));
};
/* Left without choosing: letters that mean one unit become its name; what is only chosen from stays as it was */
const settle = () => {
  const typed = typedIn(field), select = selectOf(field);
  if (!select) {
    const unit = typed && meantBy(units, typed);
    if (unit) take({ unit });
    return;
  }
  const choices = choicesOf(field, units), found = fitting(choices, typed);
  const whole = found.length === 1 ? found : found.filter(({ fit }) => fit && fit.rank === 0);
  const empty = choices.find((choice) => choice.value === "");
  if (typed && whole.length === 1) take(whole[0]);
  else if (!field.value.trim() && empty) take({ unit: empty });
  field.value = chosenIn(select);
};
const move = (step) => {
  if (popup.hidden || list.hidden) { open(() => activate(step > 0 ? 0 : shown.length - 1)); return; }
  activate(active < 0 ? (step > 0 ? 0 : shown.length - 1) : (active + step + shown.length) % shown.length);
};
const keys = {
  ArrowDown: (event) => { if (event.altKey) open(); else move(1); return true; },
  ArrowUp: (event) => { if (event.altKey) close(); else move(-1); return true; },
  Home: () => { if (active < 0) return false; activate(0); return true; },
  End: () => { if (active < 0) return false; activate(shown.length - 1); return true; },
  Enter: () => {
    if (waiting.length) { waiting.push(() => take(shown[active])); return true; }
    if (active >= 0) { take(shown[active]); return true; }
    if (selectOf(field) && field.value !== before) { settle(); close(); return true; }
    close();
    return false;
  },
  Tab: () => { if (active >= 0) take(shown[active]); return false; },
  /* First the list goes, then what was typed, then the caret */
  Escape: () => {
    if (popup.hidden && field.value === before) return false;
    if (popup.hidden) field.value = before;
    close();
    return true;
  },
};

/* ---- fields ---- */
const dress = (box) => {
  const told = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, autocomplete: "off", autocapitalize: "none", spellcheck: "false" };
  Object.entries(told).forEach(([name, value]) => box.setAttribute(name, value));
};
/* A choice of the browser's own gets a field in its place, and keeps what is sent */
const stand = (select) => {
  const box = made("input", { type: "text", class: select.className, "data-units": select.dataset.units });
  ["id", "aria-label", "aria-describedby", "aria-invalid"].forEach((name) => { if (select.hasAttribute(name)) box.setAttribute(name, select.getAttribute(name)); });
  box.unitSelect = select;
  select.removeAttribute("id");
  select.required = false;
  select.hidden = true;
  select.after(box);
  box.addEventListener("change", (event) => event.stopPropagation());
  const tell = () => { if (box !== field) box.value = chosenIn(select); };
  select.addEventListener("change", tell);
  window.addEventListener("pageshow", tell);
  tell();
  return box;
};
document.querySelectorAll("select[data-units]").forEach(stand);
document.querySelectorAll("input[data-units]").forEach(dress);
(document.getElementById("main") || document.body).append(popup, heard);

document.addEventListener("focusin", (event) => {
  if (!event.target.matches("input[data-units]")) return;
  field = event.target;
  before = field.value;
  unitsAt(field.dataset.units).then((names) => { units = names; }, () => { units = []; });
  if (selectOf(field)) field.select();
});
document.addEventListener("focusout", (event) => {
  if (event.target !== field) return;
  settle();
  close();
  field = null;
});
document.addEventListener("input", (event) => { if (event.target === field && !isComposed(event)) open(); });
document.addEventListener("compositionstart", (event) => { if (event.target === field && !byFinger.matches) close(); });
document.addEventListener("compositionend", (event) => { if (event.target === field) open(); });
document.addEventListener("keydown", (event) => {
  if (event.target !== field || event.isComposing || event.ctrlKey || event.metaKey) return;
  if (!keys[event.key] || !keys[event.key](event)) return;
  event.preventDefault();
  event.stopPropagation();
}, true);
/* The caret stays in the field while one points at the list */
popup.addEventListener("mousedown", (event) => event.preventDefault());
popup.addEventListener("click", (event) => {
  const option = event.target.closest("[role=option]");
  if (option) take(shown[[...list.children].indexOf(option)]);
});
/* Where nothing is written yet, or only something there can be chosen, a click shows what there is */
document.addEventListener("click", (event) => {
  if (event.target !== field || !popup.hidden) return;
  if (selectOf(field) || !field.value.trim()) open();
});
["scroll", "resize"].forEach((happens) => window.addEventListener(happens, (event) => {
  if (!popup.hidden && event.target !== popup) put();
}, true));
