/* What is wrong with the layout of the page that is open: [] when nothing is. */
() => {
  const faults = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) faults.push(`scrolls sideways: ${document.documentElement.scrollWidth} > ${width}`);

  /* The part of an element that is seen: its box, cut by every ancestor that scrolls or hides */
  const seen = (element) => {
    const box = element.getBoundingClientRect();
    let { left, top, right, bottom } = box;
    for (let above = element.parentElement; above; above = above.parentElement) {
      const style = getComputedStyle(above);
      if (style.overflowX === "visible" && style.overflowY === "visible") continue;
      if (above === document.body || above === document.documentElement) continue;
      const cut = above.getBoundingClientRect();
      left = Math.max(left, cut.left); top = Math.max(top, cut.top);
      right = Math.min(right, cut.right); bottom = Math.min(bottom, cut.bottom);
    }
    return { left, top, right, bottom };
  };
  /* What floats above the page on purpose: bars that stay, menus, what only screen readers hear */
  const floats = (element) => {
    for (let each = element; each && each !== document.body; each = each.parentElement) {
      const { position, clip } = getComputedStyle(each);
      if (["fixed", "sticky", "absolute"].includes(position) || clip !== "auto") return true;
    }
    return false;
  };
  const shown = [...document.querySelectorAll("main *, header *")].filter((element) => {
    const hasWords = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const isControl = element.matches("input:not([type=hidden]), select, textarea, button, a.btn");
    return (hasWords || isControl) && !element.closest("svg, option, datalist") && element.checkVisibility() && !floats(element);
  });
  const boxes = shown.map((element) => ({ element, ...seen(element), display: getComputedStyle(element).display }))
    .filter((box) => box.right - box.left > 1 && box.bottom - box.top > 1)
    .sort((one, other) => one.top - other.top);
  const name = (element) => `${element.tagName.toLowerCase()} “${(element.textContent || element.name || "").trim().slice(0, 16)}”`;
  boxes.forEach((one, place) => {
    for (let next = place + 1; next < boxes.length && boxes[next].top < one.bottom - 3; next += 1) {
      const other = boxes[next];
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      /* Lines of one paragraph: the box of words that go on in the next line covers its neighbours */
      if (one.display === "inline" || other.display === "inline") continue;
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (across > 3 && down > 3) faults.push(`${name(one.element)} lies over ${name(other.element)}`);
    }
    if (one.right > width + 1) faults.push(`${name(one.element)} stands out at the right`);
  });
  /* Bars that stay leave most of the screen to what they are about */
  const bars = [...document.querySelectorAll(".bar-foot, .tabs")].filter((bar) => bar.checkVisibility()
    && ["fixed", "sticky"].includes(getComputedStyle(bar).position));
  const covered = bars.reduce((sum, bar) => sum + bar.getBoundingClientRect().height, 0);
  if (covered > window.innerHeight / 5) faults.push(`bars that stay take ${Math.round(covered)} of ${window.innerHeight}`);
  return faults;
}
