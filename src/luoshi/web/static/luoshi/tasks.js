/* Lists of tasks: searching as one types, picking lines, menus that close. Everything works without this file. */
document.documentElement.classList.add("has-js");

/* While a Chinese word is being composed nothing is searched; then “typed” tells htmx. */
document.addEventListener("input", (event) => {
  if (event.target.type === "search" && !event.isComposing) event.target.dispatchEvent(new Event("typed", { bubbles: true }));
});
document.addEventListener("compositionend", (event) => {
  if (event.target.type === "search") event.target.dispatchEvent(new Event("typed", { bubbles: true }));
});

/* How many lines are picked, and all of the page at once. */
document.addEventListener("change", (event) => {
  const form = event.target.closest("#picked");
  if (!form) return;
  const boxes = [...form.querySelectorAll("input[name=task]")];
  if (event.target.matches("[data-pick-all]")) boxes.forEach((box) => { box.checked = event.target.checked; });
  boxes.forEach((box) => box.closest("tr").classList.toggle("sel", box.checked));
  const picked = boxes.filter((box) => box.checked).length;
  form.classList.toggle("is-picking", picked > 0);
  form.querySelector("[data-picked]").textContent = picked;
});

/* One menu open at a time; Escape and a click elsewhere close it. */
const closeMenus = (but) => document.querySelectorAll("details.menu[open]").forEach((menu) => { if (menu !== but) menu.open = false; });
document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector("details.menu[open]");
  if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
});
