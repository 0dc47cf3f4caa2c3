// ---- tables that sort by a click on a column's head --------------------------------------------------------------
page.sortTable = (table, column, descending) => {
  const numeric = table.tHead.rows[0].cells[column].classList.contains("n");
  const value = (row) => {
    const text = row.cells[column].textContent.trim();
    if (!numeric) return text.toLowerCase();
    const number = page.number(row.cells[column].dataset.v ?? text);
    return Number.isNaN(number) ? -Infinity : number;
  };
  const rows = [...table.tBodies[0].rows].map((row, place) => ({ row, place, value: value(row) }));
  const order = (a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);
  rows.sort((a, b) => (descending ? -order(a, b) : order(a, b)) || a.place - b.place);
  table.tBodies[0].replaceChildren(...rows.map((one) => one.row));
  [...table.tHead.rows[0].cells].forEach((cell, at) => {
    if (at === column) cell.setAttribute("aria-sort", descending ? "descending" : "ascending");
    else cell.removeAttribute("aria-sort");
  });
};

page.startTables = () => {
  for (const table of page.all("table.sortable")) {
    [...table.tHead.rows[0].cells].forEach((cell, column) => {
      const button = page.make("button", { type: "button" }, cell.textContent);
      cell.replaceChildren(button);
      button.addEventListener("click", () => {
        const sorted = cell.getAttribute("aria-sort");
        // Numbers begin with the largest, words with the first.
        const descending = sorted ? sorted === "ascending" : cell.classList.contains("n");
        page.sortTable(table, column, descending);
      });
    });
  }
};
