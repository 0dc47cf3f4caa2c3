// ---- the tree: fold, filter, and draw only what is on the screen ----------------------------------------------------
page.startTree = () => {
  const box = page.one("#rows");
  if (!box || !page.one(".row", box)) return;
  const height = 32;
  const beyond = 12; // rows drawn above and below the window
  const rows = page.all(".row", box).map((element) => ({
    element,
    depth: Number(element.dataset.d),
    person: element.dataset.u ?? "",
    flags: (element.dataset.f ?? "").split(" "),
    confidence: element.dataset.c === undefined ? null : Number(element.dataset.c),
    id: page.one(".num", element)?.hash.slice(1) ?? "",
    parent: -1,
    children: false,
    folded: false,
    ready: false,
  }));
  const path = [];
  rows.forEach((row, at) => {
    path.length = row.depth;
    row.parent = row.depth > 0 ? path[row.depth - 1] ?? -1 : -1;
    if (row.parent >= 0) rows[row.parent].children = true;
    path[row.depth] = at;
    row.element.dataset.at = at;
  });

  const list = page.make("ul", { role: "none" });
  let shown = []; // indices of rows that are neither folded away nor filtered out
  let current = 0; // the row that the keyboard is on
  let matches = null; // Set of indices, or null without a filter

  const prepare = (row, at) => {
    if (row.ready) return;
    row.ready = true;
    const { element } = row;
    element.setAttribute("role", "treeitem");
    element.setAttribute("aria-level", row.depth + 1);
    element.tabIndex = -1;
    for (const link of page.all("a", element)) link.tabIndex = -1;
    if (!row.children) return;
    const fold = page.make("button", { type: "button", class: "fold", tabindex: "-1" });
    element.prepend(fold);
    paintFold(row);
    fold.addEventListener("click", (event) => {
      event.stopPropagation();
      setFolded(at, !row.folded);
    });
  };
  const paintFold = (row) => {
    if (!row.children || !row.ready) return;
    const fold = page.one(".fold", row.element);
    fold.textContent = row.folded ? "▸" : "▾";
    fold.setAttribute("aria-label", (row.folded ? "unfold what answers " : "fold what answers ") + (row.id || "this line"));
    row.element.setAttribute("aria-expanded", String(!row.folded));
  };

  const draw = () => {
    const first = Math.max(0, Math.floor(box.scrollTop / height) - beyond);
    const last = Math.min(shown.length, Math.ceil((box.scrollTop + box.clientHeight) / height) + beyond);
    const wanted = new Set();
    for (let i = first; i < last; ++i) wanted.add(rows[shown[i]].element);
    for (const element of [...list.children]) if (!wanted.has(element)) element.remove();
    let next = list.firstChild;
    for (let i = first; i < last; ++i) {
      const row = rows[shown[i]];
      prepare(row, shown[i]);
      row.element.style.top = i * height + "px";
      row.element.classList.toggle("missed", matches !== null && !matches.has(shown[i]));
      if (row.element === next) next = next.nextSibling;
      else list.insertBefore(row.element, next);
    }
  };
  let due = false;
  const drawSoon = () => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      draw();
    });
  };

  const layOut = () => {
    const kept = matches === null ? null : new Set();
    if (kept) {
      for (const at of matches) for (let up = at; up >= 0 && !kept.has(up); up = rows[up].parent) kept.add(up);
    }
    shown = [];
    let below = Infinity; // rows deeper than this are folded away
    for (let at = 0; at < rows.length; ++at) {
      if (rows[at].depth > below) continue;
      below = rows[at].folded ? rows[at].depth : Infinity;
      if (!kept || kept.has(at)) shown.push(at);
    }
    list.style.height = shown.length * height + "px";
    box.style.height = Math.max(shown.length, 1) * height + 2 + "px";
    if (!shown.includes(current)) focusable(shown[0] ?? 0);
    draw();
  };
  const setFolded = (at, folded) => {
    rows[at].folded = folded;
    paintFold(rows[at]);
    layOut();
  };
  const focusable = (at) => {
    rows[current].element.tabIndex = -1;
    current = at;
    if (rows[at]) rows[at].element.tabIndex = 0;
  };

  // ---- moving
  const reveal = (at) => {
    for (let up = rows[at].parent; up >= 0; up = rows[up].parent) {
      if (!rows[up].folded) continue;
      rows[up].folded = false;
      paintFold(rows[up]);
    }
    layOut();
    moveTo(shown.indexOf(at), false);
  };
  const moveTo = (place, focus = true) => {
    if (place < 0 || place >= shown.length) return;
    const top = place * height;
    if (top < box.scrollTop) box.scrollTop = top;
    if (top + height > box.scrollTop + box.clientHeight) box.scrollTop = top + height - box.clientHeight;
    draw();
    focusable(shown[place]);
    if (focus) rows[current].element.focus({ preventScroll: true });
  };
  box.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !event.target.classList.contains("row")) return;
    const place = shown.indexOf(current);
    const row = rows[current];
    const actions = {
      ArrowDown: () => moveTo(place + 1),
      ArrowUp: () => moveTo(place - 1),
      Home: () => moveTo(0),
      End: () => moveTo(shown.length - 1),
      PageDown: () => moveTo(Math.min(shown.length - 1, place + 15)),
      PageUp: () => moveTo(Math.max(0, place - 15)),
      ArrowRight: () => (row.children && row.folded ? setFolded(current, false) : moveTo(place + 1)),
      ArrowLeft: () => (row.children && !row.folded ? setFolded(current, true) : moveTo(shown.indexOf(row.parent))),
      Enter: () => row.id && (location.hash = row.id),
    };
    if (!actions[event.key]) return;
    event.preventDefault();
    actions[event.key]();
    if (document.activeElement !== rows[current].element) rows[current].element.focus({ preventScroll: true });
  });
  box.addEventListener("click", (event) => {
    const element = event.target.closest(".row");
    if (!element || event.target.closest("a, button")) return;
    focusable(Number(element.dataset.at));
    element.focus({ preventScroll: true });
  });

  // ---- the evidence of a line's place, while it is pointed at or focused
  const tip = page.make("div", { class: "tip", id: "tip", role: "tooltip", hidden: "" });
  document.body.append(tip);
  const hideTip = () => {
    tip.hidden = true;
  };
  const showTip = (element) => {
    const row = rows[Number(element.dataset.at)];
    const article = row.id && document.getElementById(row.id);
    const reasons = article && (page.one(".why ul", article) ?? page.one(".extra", article));
    if (!reasons) return hideTip();
    tip.replaceChildren(reasons.cloneNode(true));
    for (const link of page.all("a", tip)) link.tabIndex = -1;
    tip.hidden = false;
    element.setAttribute("aria-describedby", "tip");
    const place = element.getBoundingClientRect();
    const left = Math.max(8, Math.min(place.left + 60, innerWidth - tip.offsetWidth - 8));
    const above = place.bottom + tip.offsetHeight + 8 > innerHeight && place.top > tip.offsetHeight + 8;
    tip.style.left = scrollX + left + "px";
    tip.style.top = scrollY + (above ? place.top - tip.offsetHeight - 4 : place.bottom + 4) + "px";
  };
  for (const [event, action] of [["mouseover", showTip], ["focusin", showTip], ["mouseout", hideTip], ["focusout", hideTip]]) {
    box.addEventListener(event, (e) => {
      const element = e.target.closest(".row");
      if (element) action(element);
    });
  }
  addEventListener("keydown", (event) => event.key === "Escape" && hideTip());

  // ---- filters; the address holds them, so that a link can
  const form = page.one(".filters");
  const fields = { words: "#f-words", person: "#f-person", finding: "#f-finding", confidence: "#f-confidence" };
  for (const key of Object.keys(fields)) fields[key] = page.one(fields[key]);
  const says = (row) => (row.said ??= ((row.id && document.getElementById(row.id)) || row.element).textContent.toLowerCase());
  const fits = (row) => {
    const words = fields.words.value.trim().toLowerCase();
    const least = Number(fields.confidence.value);
    if (fields.person.value && row.person !== fields.person.value) return false;
    if (fields.finding.value && !row.flags.includes(fields.finding.value)) return false;
    if (least > 0 && !(row.confidence >= least)) return false;
    if (least < 0 && !(row.confidence !== null && row.confidence < -least)) return false;
    return !words || says(row).includes(words);
  };
  const isFree = () => Object.values(fields).every((field) => field.value === "" || field.value === "0");
  const filter = () => {
    matches = null;
    if (!isFree()) {
      matches = new Set();
      rows.forEach((row, at) => fits(row) && matches.add(at));
    }
    page.one("#f-count").textContent = matches ? matches.size + " of " + rows.length + " lines" : "";
    box.scrollTop = 0;
    layOut();
  };
  const remember = () => {
    const set = Object.entries(fields).filter(([, field]) => field.value !== "" && field.value !== "0");
    const words = set.map(([key, field]) => "/" + key + "=" + encodeURIComponent(field.value)).join("");
    history.replaceState(null, "", "#tree" + words);
  };
  const recall = () => {
    if (!location.hash.startsWith("#tree/")) return;
    for (const part of location.hash.slice(6).split("/")) {
      const [key, value] = part.split("=");
      if (fields[key]) fields[key].value = decodeURIComponent(value ?? "");
    }
    filter();
    page.one("#tree").scrollIntoView();
  };
  form.addEventListener("input", () => {
    filter();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => {
    filter();
    remember();
  }));
  addEventListener("hashchange", recall);

  // ---- the whole list for the printer, the window for the screen
  const open = () => {
    box.replaceChildren(list);
    box.classList.add("window");
    box.setAttribute("role", "tree");
    box.setAttribute("aria-labelledby", "h-tree");
    layOut();
  };
  addEventListener("beforeprint", () => {
    box.classList.remove("window");
    box.style.height = list.style.height = "";
    list.replaceChildren(...rows.map((row) => row.element));
  });
  addEventListener("afterprint", open);
  box.addEventListener("scroll", drawSoon, { passive: true });
  addEventListener("resize", drawSoon);
  form.hidden = false;
  open();
  focusable(0);
  recall();
  page.tree = { rows, reveal, shown: () => shown };
};
