/* What is sent is sent once, and the button that was pressed tells that it works, with the seconds where it takes some.
   A form with data-file is answered with a file: its page stays. Everything works without this file. */
{
  const SOON = 500, LONGEST = 60_000, EACH = 1000;
  const told = document.createElement("p");
  told.className = "vh";
  told.setAttribute("role", "status");
  document.getElementById("main")?.append(told);
  let sent = null;

  const release = () => {
    if (!sent) return;
    [sent.soon, sent.each, sent.end].forEach(clearTimeout);
    if (sent.button) {
      sent.button.replaceChildren(...sent.label);
      ["aria-disabled", "aria-busy"].forEach((name) => sent.button.removeAttribute(name));
    }
    told.textContent = "";
    sent = null;
  };

  const tell = () => {
    const { button, since } = sent, seconds = Math.floor((Date.now() - since) / EACH);
    if (!told.textContent) told.textContent = "正在办，请等一等，不用再点。";
    if (button) button.textContent = seconds > 1 ? `正在办… ${seconds} 秒` : "正在办…";
    sent.each = setTimeout(tell, EACH);
  };

  document.addEventListener("submit", (event) => {
    const form = event.target, button = event.submitter;
    if (event.defaultPrevented || form.getAttribute("method") !== "post" || form.hasAttribute("data-file")) return;
    if (sent) { event.preventDefault(); return; }
    sent = { button, label: button ? [...button.childNodes] : [], since: Date.now() };
    if (button) ["aria-disabled", "aria-busy"].forEach((name) => button.setAttribute(name, "true"));
    sent.soon = setTimeout(tell, SOON);
    /* Whoever stopped the page may send again; what was entered is not entered twice */
    sent.end = setTimeout(release, LONGEST);
  });
  /* Back from the next page, which the browser may have kept this one for */
  window.addEventListener("pageshow", release);
}
