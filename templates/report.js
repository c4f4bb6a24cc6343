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
  // What stands around the place in a tooltip: the print before it, the box after it.
  const [beforePrint, afterPrint] = phrases.printed.split("{raw}");
  const boxMark = phrases.box.split("{place}")[1].split("{box}")[0];
  const number = (words) => parseFloat(words.replace(/,/g, "").replace("\u2212", "-")) || 0;
  const documents = Object.fromEntries(every("[data-side]").map((node) => [node.dataset.side, node.dataset]));
  const delta = (row) => text(row.cells[3]).replace(/^[↑↓] /, "");
  const facts = new Map(
    rows.map((row) => [
      row,
      {
        words: text(one("th", row)).toLowerCase(),
        size: Math.abs(number(delta(row))),
        share: Math.abs(number(text(one(".percent", row)))),
        changed: row.classList.contains("changed"),
      },
    ]),
  );
  tools.hidden = false;

  // Search and thresholds: a filter shows matching rows of any section, folded or not.
  const openedBySearch = new Set();
  function filter() {
    const search = tools.search.value.trim().toLowerCase();
    const least = parseFloat(tools.least.value) || 0;
    const percent = parseFloat(tools.percent.value) || 0;
    const active = Boolean(search || least || percent);
    let shown = 0;
    for (const row of rows) {
      const { words, size, share, changed } = facts.get(row);
      const large = !(least || percent) || (changed && ((least && size >= least) || (percent && share >= percent)));
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
    return cell.classList.contains("n") ? (words && words !== "—" ? number(words) : null) : words;
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
      if (!heading.matches(".n, .name")) return;
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
  const title = (cell) => (one("a", cell) || cell).title;
  // A column of a line is told with the line above it; sorting keeps the first order in `owners`.
  const owners = new Map();
  let above = "";
  for (const row of rows) {
    const name = text(one("th a", row) || one("th", row));
    if (row.classList.contains("part")) owners.set(row, above);
    else above = [text(one(".code", row)), name].filter(Boolean).join(" ");
  }
  const owner = (row) => owners.get(row) || "";
  function exact(cell) {
    const told = title(cell);
    const end = told.startsWith(beforePrint) ? told.lastIndexOf(afterPrint) : -1;
    return end < 0 ? told : told.slice(end + afterPrint.length);
  }
  function citation(row) {
    const whole = owner(row);
    const name = (whole ? `${whole} › ` : "") + text(one("th", row));
    const sides = ["old", "new"].map((side) => {
      const cell = one(`td.${side}`, row);
      const where = exact(cell).split(boxMark)[0];
      const amount = text(cell) === "—" ? phrases.missing : say("amount", { amount: text(cell) });
      const place = where ? say("place", { file: documents[side].file, where }) : "";
      return `${documents[side].label} ${amount}${place}`;
    });
    const change = text(row.cells[3]);
    const share = text(one(".percent", row));
    const size = change.replace(/^[↑↓] [+\u2212]?/, "");
    const moved = { size, share: share ? say("share", { percent: share }) : "" };
    const tail = change.startsWith("↑") ? say("rise", moved) : change.startsWith("↓") ? say("fall", moved) : "";
    return say("citation", { name, sides: sides.join(phrases.comma), change: tail });
  }
  let shownRow = null;
  function openCard(row, side) {
    shownRow = row;
    one("#card-title").textContent = [owner(row), text(one("th", row))].filter(Boolean).join(" › ");
    const list = one("dl", card);
    list.replaceChildren();
    for (const each of side ? [side] : ["old", "new"]) {
      const cell = one(`td.${each}`, row);
      for (const [term, words] of [[documents[each].label, text(cell)], [phrases.source, title(cell)], [phrases.file, documents[each].file]]) {
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
        const where = exact(one(`td.${each}`, row));
        const print = every("[data-at]").find((row) => row.dataset.side === each && row.dataset.at === where);
        return print ? [print.cloneNode(true)] : [];
      }),
    );
    const link = one(`td.${side || "new"} a`, row) || one("td.old a", row);
    const open = one("#card-open");
    open.hidden = !link;
    if (link) open.href = link.getAttribute("href");
    one("#card-said").textContent = "";
    card.showModal();
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
  one("#card-copy").addEventListener("click", () => copy(citation(shownRow)));
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".lines td.old, .lines td.new");
    if (!link || !title(link) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openCard(link.closest("tr"), link.classList.contains("old") ? "old" : "new");
  });
  for (const button of every("dialog .close")) button.addEventListener("click", () => button.closest("dialog").close());
  tools.help.addEventListener("click", () => one("#keys").showModal());

  // CSV of the rows that are shown; figures as plain numbers, no cell that a spreadsheet would run.
  const visible = (row) => row.offsetParent !== null;
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
      const [before, after] = [text(one("td.old", row)), text(one("td.new", row))];
      const name = text(one("th a", row) || one("th", row));
      const whole = owner(row);
      lines.push(
        [
          text(one("h3", row.closest("details"))), text(one(".code", row)), whole ? `${whole} › ${name}` : name,
          before, after, delta(row), text(one(".percent", row)),
          title(one("td.old", row)), title(one("td.new", row)), text(one("td.why", row)),
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
    const stops = rows.filter((row) => facts.get(row).changed && visible(row));
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
