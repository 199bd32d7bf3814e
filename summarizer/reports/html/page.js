// What the page does beyond being read: theme, print, partners of figures, filter, sorting. Without it nothing is lost.
"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  for (const part of all("[data-script]")) part.hidden = false;

  // Theme: the system's until a choice is made; kept for the next page where the browser lets a file keep anything.
  const theme = document.getElementById("theme");
  const darkNow = () => root.dataset.theme === "dark"
    || (!root.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
  const named = () => { theme.textContent = darkNow() ? "Light" : "Dark"; theme.setAttribute("aria-label", `${theme.textContent} theme`); };
  try { const kept = localStorage.getItem("summarizer-theme"); if (kept === "dark" || kept === "light") root.dataset.theme = kept; } catch { /* no storage */ }
  theme.addEventListener("click", () => {
    root.dataset.theme = darkNow() ? "light" : "dark";
    try { localStorage.setItem("summarizer-theme", root.dataset.theme); } catch { /* no storage */ }
    named();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", named);
  named();
  document.getElementById("print").addEventListener("click", () => print());
  let before;
  addEventListener("beforeprint", () => { before = root.dataset.theme; root.dataset.theme = "light"; });
  addEventListener("afterprint", () => { if (before) root.dataset.theme = before; else delete root.dataset.theme; });

  // Partners: pointing at a figure, or reaching it by Tab, lights what it was checked against; Enter goes there.
  const figureOf = (event) => event.target instanceof Element ? event.target.closest(".figure") : null;
  const partners = (figure) => (figure.dataset.partners || "").split(" ").map((id) => document.getElementById(id)).filter(Boolean);
  const light = (figure) => {
    for (const lit of all(".lit")) lit.classList.remove("lit");
    if (figure) for (const each of [figure, ...partners(figure)]) each.classList.add("lit");
  };
  document.addEventListener("pointerover", (event) => light(figureOf(event) || document.activeElement.closest(".figure")));
  document.addEventListener("focusin", (event) => light(figureOf(event)));
  document.addEventListener("focusout", () => light(null));
  document.addEventListener("click", (event) => {
    const figure = figureOf(event);
    const partner = figure && partners(figure)[0];
    if (!partner) return;
    event.preventDefault();
    partner.scrollIntoView({ block: "center" });
    partner.focus({ preventScroll: true });
    light(partner);
  });
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  document.addEventListener("keydown", (event) => {
    const figure = figureOf(event);
    if (!figure || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") figure.blur();
    const within = all("a.figure:not(.off)", figure.closest("[data-figures]") || document);
    const at = within.indexOf(figure);
    const next = event.key in steps ? within[at + steps[event.key]]
      : event.key === "Home" ? within[0] : event.key === "End" ? within.at(-1) : null;
    if (next) { event.preventDefault(); next.focus(); }
  });

  // Filter: figures of a verdict that is not ticked lose their marks, and their rows are not shown.
  const boxes = all("input[data-verdict]");
  const count = document.getElementById("count");
  const filter = () => {
    const shown = new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.verdict));
    for (const figure of all(".figure[data-verdict]")) figure.classList.toggle("off", !shown.has(figure.dataset.verdict));
    for (const row of all("[data-row-verdict]")) row.hidden = !shown.has(row.dataset.rowVerdict);
    const rows = all("tr[data-row-verdict]");
    if (count) count.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} figures of both texts shown`;
  };
  for (const box of boxes) box.addEventListener("change", filter);
  if (boxes.length) filter();

  // Sorting: a click on a column's title, up, then down. Numbers by value, the rest as a reader would look for it.
  const compare = new Intl.Collator("en", { numeric: true }).compare;
  const valueOf = (row, column) => {
    const cell = row.cells[column];
    const text = cell.dataset.sort ?? cell.textContent.trim();
    const number = Number(text.replaceAll(",", ""));
    return { text, number: text === "" || Number.isNaN(number) ? null : number };
  };
  const order = (a, b) => {
    if ((a.text === "") !== (b.text === "")) return null;
    if (a.number !== null && b.number !== null) return a.number - b.number;
    return compare(a.text, b.text);
  };
  for (const table of all("table[data-sortable]")) {
    all("thead th", table).forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.dataset.title = button.textContent;  // for print: a button is not drawn again on the next sheet
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of all("th", table)) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const rows = [...table.tBodies[0].rows].map((row) => ({ row, key: valueOf(row, column) }));
        rows.sort((a, b) => order(a.key, b.key) === null
          ? (a.key.text === "") - (b.key.text === "")  // empty cells last, whichever way
          : (down ? -1 : 1) * order(a.key, b.key));
        table.tBodies[0].append(...rows.map(({ row }) => row));
      });
    });
  }
})();
