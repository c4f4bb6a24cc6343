"use strict";
// The report reads without this script; it adds search, thresholds, sorting, keys, citations and CSV.
(() => {
  const every = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const text = (node) => (node ? node.textContent.trim().replace(/\s+/g, " ") : "");
  const tools = one(".tools");
  const rows = every(".lines tbody tr");
  const sections = every("details.form");
  const phrases = JSON.parse(one("#words").textContent);
  const say = (phrase, values) => phrases[phrase].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const number = (words) => parseFloat(words.replace(/,/g, "").replace("\u2212", "-")) || 0;
  const documents = Object.fromEntries(every("[data-side]").map((node) => [node.dataset.side, node.dataset]));
  const columns = { old: 1, new: 2 };
  const name = (row) => row.cells[0];
  const change = (row) => row.cells[3];
  const percent = (row) => row.cells[4];
  const why = (row) => row.cells[row.cells.length - 2];
  const delta = (row) => text(change(row)).replace(/^[↑↓] /, "");
  const isChanged = (row) => row.matches(".up, .down, .same");
  // Read when first asked for: a report of ten thousand lines opens at once.
  const lazily = (read) => {
    let known = null;
    return () => (known ??= read());
  };
  const facts = lazily(() =>
    rows.map((row) => [row, text(name(row)).toLowerCase(), Math.abs(number(delta(row))), Math.abs(number(text(percent(row))))]),
  );
  if ("requestIdleCallback" in window) requestIdleCallback(facts);
  tools.hidden = false;

  // Search and thresholds: a filter shows matching rows of any section, folded or not.
  const openedBySearch = new Set();
  function filter() {
    const search = tools.search.value.trim().toLowerCase();
    const least = parseFloat(tools.least.value) || 0;
    const most = parseFloat(tools.percent.value) || 0;
    const active = Boolean(search || least || most);
    let shown = 0;
    for (const [row, words, size, share] of facts()) {
      const large = !(least || most) || (isChanged(row) && ((least && size >= least) || (most && share >= most)));
      const fits = words.includes(search) && large;
      row.hidden = active && !fits;
      row.classList.toggle("found", active && fits);
      if (active && fits) shown += 1;
    }
    for (const section of sections) {
      const found = one("tr.found", section);
      section.hidden = active && !found && section.contains(one("tbody", section)) && !one(".targets", section);
      if (found && !section.open) {
        section.open = true;
        openedBySearch.add(section);
      }
    }
    if (!active) {
      for (const section of openedBySearch) section.open = false;
      openedBySearch.clear();
    }
    tools.count.value = active ? say("rows", { count: shown }) : "";
  }
  let waiting = 0;
  tools.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 60);
  });
  tools.addEventListener("submit", (event) => event.preventDefault());
  function unfold(whether) {
    tools.all.checked = whether;
    for (const box of every(".unfold")) box.checked = whether;
  }
  tools.all.addEventListener("change", () => unfold(tools.all.checked));

  // Sorting: a third press restores the tree.
  function key(row, column) {
    const cell = row.cells[column];
    const words = text(cell).replace(/^[↑↓] /, "");
    return column > 0 ? (words && words !== "—" ? number(words) : null) : words;
  }
  function sort(table, column, heading) {
    const body = table.tBodies[0];
    body.original ??= [...body.rows];
    const next = { none: "descending", descending: "ascending", ascending: "none" }[heading.ariaSort || "none"];
    for (const other of every("th[aria-sort]", table)) other.removeAttribute("aria-sort");
    let order = body.original;
    if (next !== "none") {
      heading.setAttribute("aria-sort", next);
      const turn = next === "ascending" ? 1 : -1;
      const keys = new Map(order.map((row) => [row, key(row, column)]));
      order = [...order].sort((a, b) => {
        const [x, y] = [keys.get(a), keys.get(b)];
        if (x === null || y === null) return (x === null) - (y === null);
        return turn * (typeof x === "number" ? x - y : x.localeCompare(y, "zh-CN"));
      });
    }
    body.append(...order);
  }
  for (const table of every(".lines")) {
    every("thead th", table).forEach((heading, column) => {
      if (column > 4 && !(column === 6 && table.matches(".likes"))) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      button.title = phrases.sort;
      button.addEventListener("click", () => sort(table, column, heading));
      heading.append(button);
    });
  }

  // The card of a line: where its figures stand, and a citation.
  const card = one("#card");
  const code = (row) => text(one("code", name(row)));
  const title = (row) => [...name(row).childNodes].filter((node) => !/^(CODE|SMALL)$/.test(node.nodeName)).map(text).join("");
  // A column of a line is told with the line above it; sorting keeps the first order in `owners`.
  const owners = lazily(() => {
    const found = new Map();
    let above = "";
    for (const row of rows) {
      if (row.classList.contains("part")) found.set(row, above);
      else above = [code(row), title(row)].filter(Boolean).join(" ");
    }
    return found;
  });
  const owner = (row) => owners().get(row) || "";
  // Where a figure stands, in words: the page of "5:410,290,470,304 file", and with `exactly` its box.
  function place(cell, exactly) {
    const at = cell.dataset.at || "";
    const [, page, box, file] = /^(\d+):([\d,-]+)(?: (.*))?$/s.exec(at) || [];
    if (!page) return at;
    const words = (file ? `${file} ` : "") + say("page", { page });
    return exactly ? say("box", { place: words, box: box.replace(/(,[^,]+),/, "$1–") }) : words;
  }
  const told = (cell) => (cell.dataset.raw ? say("printed", { raw: cell.dataset.raw }) : "") + place(cell, true);
  document.addEventListener("pointerover", (event) => {
    const cell = event.target.closest("td[data-at]");
    if (cell) cell.title = told(cell);
  });
  function citation(row) {
    const whole = owner(row);
    const full = (whole ? `${whole} › ` : "") + text(name(row));
    const sides = ["old", "new"].map((side) => {
      const cell = row.cells[columns[side]];
      const where = place(cell);
      const amount = text(cell) === "—" ? phrases.missing : say("amount", { amount: text(cell) });
      const source = where ? say("place", { file: documents[side].file, where }) : "";
      return `${documents[side].label} ${amount}${source}`;
    });
    const shown = text(change(row));
    const share = text(percent(row));
    const moved = { size: shown.replace(/^[↑↓] [+\u2212]?/, ""), share: share ? say("share", { percent: share }) : "" };
    const tail = shown.startsWith("↑") ? say("rise", moved) : shown.startsWith("↓") ? say("fall", moved) : "";
    return say("citation", { name: full, sides: sides.join(phrases.comma), change: tail });
  }
  // A strip wider than its frame starts at its cell.
  function centre(strip) {
    const image = one("img", strip);
    if (image) strip.scrollLeft = (image.clientWidth * image.dataset.middle) / 100 - strip.clientWidth / 2;
  }
  document.addEventListener("toggle", (event) => every(".strip", event.target).forEach(centre), true);
  let shownRow = null;
  function openCard(row, side) {
    shownRow = row;
    one("#card-title").textContent = [owner(row), text(name(row))].filter(Boolean).join(" › ");
    const list = one("dl", card);
    list.replaceChildren();
    for (const each of side ? [side] : ["old", "new"]) {
      const cell = row.cells[columns[each]];
      for (const [term, words] of [[documents[each].label, text(cell)], [phrases.source, told(cell)], [phrases.file, documents[each].file]]) {
        if (!words) continue;
        const dt = document.createElement("dt");
        const dd = document.createElement("dd");
        dt.textContent = term;
        dd.textContent = words;
        list.append(dt, dd);
      }
    }
    const prints = one("#card-prints");
    prints.replaceChildren(
      ...["old", "new"].filter((each) => !side || each === side).flatMap((each) => {
        const { at } = row.cells[columns[each]].dataset;
        const print = at && every("[data-side]:is(img, code)").find((strip) => strip.dataset.side === each && strip.dataset.at === at);
        return print ? [print.cloneNode(true)] : [];
      }),
    );
    const link = one("a", row.cells[columns[side || "new"]]) || one("a", row.cells[1]);
    const open = one("#card-open");
    open.hidden = !link;
    if (link) open.href = link.getAttribute("href");
    const own = one("#card-link");
    own.hidden = !row.id;
    own.href = `#${row.id}`;
    one("#card-said").textContent = "";
    card.showModal();
    centre(prints);
  }
  async function copy(told) {
    try {
      await navigator.clipboard.writeText(told);
    } catch {
      const area = document.createElement("textarea");
      area.value = told;
      (card.open ? card : document.body).append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    one("#card-said").textContent = say("copied", { words: told });
    tools.count.value = phrases.done;
  }
  one("#card-link").addEventListener("click", () => card.close());
  one("#card-copy").addEventListener("click", () => copy(citation(shownRow)));
  document.addEventListener("click", (event) => {
    const cell = event.target.closest(".lines td[data-at], .key td[data-at], .lines tbody th");
    if (!cell || event.ctrlKey || event.metaKey || event.shiftKey || String(getSelection())) return;
    event.preventDefault();
    openCard(cell.parentNode, { 1: "old", 2: "new" }[cell.cellIndex]);
  });
  for (const button of every("dialog .close")) button.addEventListener("click", () => button.closest("dialog").close());
  tools.help.addEventListener("click", () => one("#keys").showModal());

  // CSV of the rows that are shown; figures as plain numbers, no cell that a spreadsheet would run.
  // Rows of a closed section have a place in the layout too, but are not visible.
  const visible = (row) => (row.checkVisibility ? row.checkVisibility() : row.offsetParent !== null && !row.closest("details:not([open])"));
  function cell(shown) {
    const plain = /^[+\u2212]?[\d,]+(\.\d+)?%?$/.test(shown) ? shown.replace(/[,+]/g, "").replace("\u2212", "-") : shown;
    const safe = /^[=+\-@\t\r]/.test(plain) && plain === shown ? `'${plain}` : plain;
    return `"${safe.replace(/"/g, '""')}"`;
  }
  function download() {
    const { old, new: recent } = documents;
    const head = [
      phrases.form, phrases.code, phrases.name, old.label, recent.label, phrases.delta, phrases.percent, phrases.oldSource, phrases.newSource, phrases.why,
    ];
    const lines = [head.map(cell).join(",")];
    for (const row of rows.filter(visible)) {
      const whole = owner(row);
      const [before, after] = [row.cells[1], row.cells[2]];
      lines.push(
        [
          text(one("h3", row.closest("details"))), code(row), whole ? `${whole} › ${title(row)}` : title(row),
          text(before), text(after), delta(row), text(percent(row)), told(before), told(after), text(why(row)),
        ].map(cell).join(","),
      );
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff" + lines.join("\r\n") + "\r\n"], { type: "text/csv" }));
    link.download = `${document.title.replace(/[\\/:*?"<>|]/g, " ").slice(0, 80)}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
  tools.csv.addEventListener("click", download);

  // A link to a line opens what hides it.
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const section = target.closest("details");
    if (section) section.open = true;
    for (const [fold, box] of [["quiet", ".for-quiet"], ["column", ".for-columns"]]) {
      if (target.classList.contains(fold) && one(box, section)) one(box, section).checked = true;
    }
    if (target.hidden) target.hidden = false;
    target.scrollIntoView({ block: "center" });
  }
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();

  // Keys.
  let current = null;
  function step(by) {
    const stops = rows.filter((row) => isChanged(row) && visible(row));
    if (!stops.length) return;
    const at = stops.indexOf(current);
    current = stops[at < 0 ? (by > 0 ? 0 : stops.length - 1) : Math.min(Math.max(at + by, 0), stops.length - 1)];
    current.tabIndex = -1;
    current.focus({ preventScroll: true });
    current.scrollIntoView({ block: "center" });
  }
  const go = (id) => document.getElementById(id)?.scrollIntoView();
  const keys = {
    "/": () => tools.search.focus(),
    j: () => step(1),
    k: () => step(-1),
    u: () => unfold(!tools.all.checked),
    m: () => go("moves"),
    x: () => go("checks"),
    y: () => current && copy(citation(current)),
    "?": () => one("#keys").showModal(),
  };
  addEventListener("keydown", (event) => {
    if (event.key === "Enter" && document.activeElement === current && current) return openCard(current);
    if (event.ctrlKey || event.metaKey || event.altKey || one("dialog[open]")) return undefined;
    if (event.target.matches("input:not([type=checkbox]), textarea")) {
      if (event.key === "Escape") event.target.blur();
      return undefined;
    }
    const action = keys[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
    return undefined;
  });
})();
