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

// ---- a field that searches a table ---------------------------------------------------------------------------------
page.startSearch = () => {
  for (const field of page.all("[data-table]")) {
    const form = field.closest("form");
    const rows = [...document.getElementById(field.dataset.table).tBodies[0].rows].map((row) => ({ row, said: row.textContent.toLowerCase() }));
    const search = () => {
      const words = field.value.trim().toLowerCase();
      let found = 0;
      for (const { row, said } of rows) {
        row.hidden = !said.includes(words);
        found += row.hidden ? 0 : 1;
      }
      page.one("output", form).textContent = words ? found + " of " + rows.length : "";
      history.replaceState(null, "", words ? "#search=" + encodeURIComponent(words) : "#");
    };
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    field.addEventListener("input", search);
    if (location.hash.startsWith("#search=")) {
      field.value = decodeURIComponent(location.hash.slice(8));
      search();
    }
  }
};
