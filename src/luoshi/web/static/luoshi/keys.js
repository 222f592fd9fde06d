/* Keys: “/” goes to the search box; a letter that a button or link shows in data-key presses it; Escape leaves a field. */
document.addEventListener("keydown", (event) => {
  const target = event.target;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (target.matches("input, textarea, select")) {
    if (event.key === "Escape") target.blur();
    return;
  }
  /* Enter on a link or button presses that one */
  if (event.key === "Enter" && target.closest("a, button, summary")) return;
  if (event.key === "/") {
    /* The page's own box before that of the frame */
    const box = document.querySelector("main [data-search]") || document.querySelector("[data-search]");
    if (box) { event.preventDefault(); box.focus(); }
    return;
  }
  const pressed = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!pressed) return;
  event.preventDefault();
  pressed.click();
  /* A link to a field puts the caret there */
  const field = pressed.hash && document.querySelector(pressed.hash);
  if (field && field.matches("input, textarea, select")) field.focus();
});
/* A tab at the edge of a row that scrolls is seen whole when one comes to it; the browser takes a part of it for enough. */
document.addEventListener("focusin", (event) => {
  if (event.target.closest(".views")) event.target.scrollIntoView({ block: "nearest", inline: "nearest" });
});
