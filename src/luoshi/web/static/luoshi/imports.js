/* Looking a document through. Everything works without this file: fields and their passages are linked. */
const passageOf = (field) => document.getElementById(`at-${field.dataset.at}`);

/* The line in the queue and its own words are in sight from the start. */
const within = (pane, thing) => {
  if (!pane || !thing || pane.scrollHeight <= pane.clientHeight) return;
  pane.scrollTop += thing.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
};
const chosen = document.querySelector(".pick [aria-current]");
within(chosen && chosen.closest("section"), chosen);
const own = document.getElementById("at-text") || document.querySelector(".paper .is-own");
within(own && own.closest("section"), own);

/* What was refused is in sight, too: on a phone the document stands above it. */
const refused = document.querySelector("#line [role=alert]");
if (refused) refused.scrollIntoView({ block: "center" });

/* The words that a field was read from are framed while one is in it, and come into sight. */
document.addEventListener("focusin", (event) => {
  document.querySelectorAll(".paper .is-asked").forEach((mark) => mark.classList.remove("is-asked"));
  const passage = event.target.dataset.at && passageOf(event.target);
  if (!passage) return;
  passage.classList.add("is-asked");
  const pane = passage.closest("section");
  const seen = pane.getBoundingClientRect(), here = passage.getBoundingClientRect();
  if (here.top < seen.top || here.bottom > seen.bottom) within(pane, passage);
});

/* A click on marked words goes to their field. */
document.addEventListener("click", (event) => {
  const mark = event.target.closest(".paper [id^=at-]");
  const field = mark && document.querySelector(`[data-at="${mark.id.slice(3)}"]`);
  if (field) field.focus();
});

/* Where the caret stood in the task is where it is split. */
const task = document.getElementById("text"), line = document.getElementById("line");
if (task && line && line.elements.caret) {
  const note = () => { line.elements.caret.value = task.selectionStart > 0 && task.selectionStart < task.value.length ? task.selectionStart : ""; };
  ["keyup", "click", "blur"].forEach((happens) => task.addEventListener(happens, note));
}
