/* Where the caret or the ring of somebody who uses keys alone cannot be seen: [] when nowhere. A key was pressed before. */
() => {
  const faults = new Set();
  const name = (element) => `${element.tagName.toLowerCase()} “${(element.getAttribute("aria-label") || element.textContent || element.name || "").trim().slice(0, 16)}”`;
  const ring = (element) => {
    const { outlineStyle, outlineWidth, outlineOffset, boxShadow } = getComputedStyle(element);
    if (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) return parseFloat(outlineWidth) + parseFloat(outlineOffset);
    return boxShadow === "none" ? null : 2;
  };
  const cuts = (element, width) => {
    const box = element.getBoundingClientRect();
    for (let above = element.parentElement; above && above !== document.body; above = above.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(above);
      const cut = above.getBoundingClientRect();
      /* What scrolls comes to stand at parts of a pixel */
      const isAcross = overflowX !== "visible" && (box.left - width < cut.left - 1 || box.right + width > cut.right + 1);
      const isAlong = overflowY !== "visible" && (box.top - width < cut.top - 1 || box.bottom + width > cut.bottom + 1);
      if (isAcross || isAlong) return true;
      if (position === "fixed") return false;
    }
    return false;
  };
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
  all.filter((element) => element.tabIndex >= 0 && !element.disabled && element.type !== "hidden" && element.checkVisibility({ visibilityProperty: true })).forEach((element) => {
    element.focus();
    if (document.activeElement !== element) return;
    /* A box that is hidden shows where it stands by its label */
    const shown = element.matches(".vh") ? element.labels[0] : element;
    const box = shown.getBoundingClientRect(), width = ring(shown);
    if (width === null) faults.add(`${name(element)} shows no ring`);
    else if (cuts(shown, width)) faults.add(`${name(element)} has a ring that is cut`);
    const across = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), down = box.top + box.height / 2;
    const above = document.elementFromPoint(across, down);
    if (!above) faults.add(`${name(element)} is out of sight`);
    else if (!shown.contains(above) && !above.contains(shown)) faults.add(`${name(element)} lies under ${name(above)}`);
    element.blur();
  });
  /* Keys go through a page from its top to its bottom: what stands at the bottom for good comes last */
  const last = document.querySelector(".tabs");
  if (last && last.checkVisibility() && (document.getElementById("main").compareDocumentPosition(last) & Node.DOCUMENT_POSITION_PRECEDING)) faults.add("the bar at the bottom comes before the page");
  return [...faults];
}
