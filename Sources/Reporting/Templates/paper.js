
// Fills, counts, saves and opens again. Nothing is sent anywhere.
(() => {
  "use strict";
  const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
  const constants = ["schema", "framework", "kind", "form"];
  let blank;
  let changed = false;
  let names = 0;

  const all = (part, selector) => [...part.querySelectorAll(selector)];
  const store = (page) => page.querySelector("#waymark-answers");
  const has = (place, mark) => place.dataset[mark] !== undefined;

  // The keyed places of a part that lie in no other keyed place.
  const own = (part) => all(part, "[data-key]").filter(
    (place) => place.parentElement.closest("[data-key], [data-row], #sheet") === part);
  const rowsOf = (place) => all(place, "[data-row]").filter(
    (row) => row.parentElement.closest("[data-rows]") === place);

  const clean = (text) => (text.toWellFormed ? text.toWellFormed() : text).replace(unseen, " ").trim();

  function answer(place) {
    if (has(place, "group")) return read(place);
    if (has(place, "rows")) {
      const rows = rowsOf(place).map(read).filter(Boolean);
      return rows.length ? rows : undefined;
    }
    if (place.type === "radio") return place.checked ? place.value : undefined;
    if (place.type === "checkbox") {
      return place.checked ? (has(place, "list") ? place.value : true) : undefined;
    }
    const text = clean(place.value);
    if (!has(place, "lines")) return text === "" ? undefined : text;
    const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
    return lines.length ? lines : undefined;
  }

  function read(part) {
    const found = {};
    for (const place of own(part)) {
      const value = answer(place);
      const key = place.dataset.key;
      if (value === undefined) continue;
      if (has(place, "list")) found[key] = [...(found[key] ?? []), value];
      else if (has(place, "group")) found[key] = { ...found[key], ...value };
      else found[key] = value;
    }
    return Object.keys(found).length ? found : undefined;
  }

  function fill(part, answers) {
    for (const place of own(part)) {
      const key = place.dataset.key;
      const value = answers && Object.hasOwn(answers, key) ? answers[key] : undefined;
      if (has(place, "group")) fill(place, value instanceof Object ? value : {});
      else if (has(place, "rows")) fillRows(place, Array.isArray(value) ? value : []);
      else if (place.type === "radio") place.checked = value === place.value;
      else if (place.type === "checkbox") {
        place.checked = has(place, "list")
          ? Array.isArray(value) && value.includes(place.value) : value === true;
      } else if (Array.isArray(value)) place.value = value.join("\n");
      else place.value = typeof value === "string" ? value : "";
    }
  }

  function fillRows(place, rows) {
    for (const row of rowsOf(place)) row.remove();
    const wanted = Math.max(Number(place.dataset.start), rows.length);
    for (let number = 0; number !== wanted; number += 1) fill(addRow(place), rows[number] ?? {});
  }

  function addRow(place) {
    const template = place.querySelector(":scope > template");
    const row = template.content.cloneNode(true).querySelector("[data-row]");
    names += 1;
    for (const radio of all(row, "input[type=radio]")) radio.name = "row-" + names + "-" + radio.name;
    place.querySelector(":scope > .paper-row-list").append(row);
    for (const inner of all(row, "[data-rows]")) if (!rowsOf(inner).length) fillRows(inner, []);
    number(place);
    return row;
  }

  function number(place) {
    const rows = rowsOf(place);
    rows.forEach((row, index) => {
      const marks = all(row, "[data-number]").filter((mark) => mark.closest("[data-row]") === row);
      for (const mark of marks) mark.textContent = index + 1;
    });
    const most = Number(place.dataset.most ?? Infinity);
    place.querySelector(":scope > [data-add]").hidden = rows.length >= most;
  }

  const isFilled = (control) => control.type === "radio" || control.type === "checkbox"
    ? control.checked : control.value.trim() !== "";

  function isAnswered(ask) {
    if (ask.dataset.ask === "point") return ask.querySelector("input[data-key=point]:checked") !== null;
    return all(ask, "input, textarea, select").some(isFilled);
  }

  function show() {
    const sheet = document.getElementById("sheet");
    const said = (asks) => asks.filter(isAnswered).length + " of " + asks.length + " answered";
    for (const mark of all(document, "[data-count]")) {
      const asks = all(document.getElementById(mark.dataset.count), "[data-ask]");
      mark.textContent = asks.length ? said(asks) : "";
    }
    const asks = all(sheet, "[data-ask]");
    document.querySelector("[data-total]").textContent = said(asks);
    document.querySelector("progress").value = asks.filter(isAnswered).length;
    for (const grow of all(sheet, ".grow")) grow.dataset.text = grow.firstElementChild.value;
    for (const button of all(sheet, "[data-clear]")) {
      const radios = all(button.closest("fieldset"), "input[type=radio]");
      button.hidden = !radios.some((radio) => radio.checked);
    }
    for (const box of all(sheet, "input[type=date], select, .grow, .paper-more")) {
      const controls = box.matches("input, select") ? [box] : all(box, "textarea, input");
      box.classList.toggle("is-blank", !controls.some(isFilled));
    }
  }

  function document_() {
    const known = JSON.parse(store(document).textContent);
    const head = {};
    for (const key of constants) if (Object.hasOwn(known, key)) head[key] = known[key];
    return { ...head, ...read(document.getElementById("sheet")) };
  }

  const text = (answers) => JSON.stringify(answers, null, 1).replace(/\u003c/g, "\\u003c");

  // The answers stand in the page at any time, for those who save it with their browser's own menu.
  function keep() {
    const said = text(document_());
    store(document).textContent = said;
    return said;
  }

  function name(ending) {
    const sheet = document.getElementById("sheet");
    const subject = sheet.querySelector("[data-key=subject] input[data-key=id]");
    const date = sheet.querySelector("input[data-key=date]");
    const words = [sheet.dataset.name, subject?.value ?? "", date?.value ?? ""].join("-").toLowerCase();
    return words.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 90) + ending;
  }

  function download(content, type, ending) {
    const link = document.createElement("a");
    const address = URL.createObjectURL(new Blob([content], { type }));
    link.href = address;
    link.download = name(ending);
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    changed = false;
    tell("Saved as " + link.download + ", where your browser keeps downloads.");
  }

  function save() {
    const copy = blank.cloneNode(true);
    store(copy).textContent = keep();
    download("\u003c!DOCTYPE html>\n" + copy.outerHTML, "text/html", ".html");
  }

  function tell(words) {
    const said = document.querySelector(".paper-said");
    said.replaceChildren(words);
    const open = all(document, "[data-ask][data-required]").filter((ask) => !isAnswered(ask));
    if (!open.length) return;
    said.append(" Still open: ");
    open.slice(0, 3).forEach((ask, index) => {
      const link = document.createElement("a");
      link.href = "#" + ask.id;
      link.textContent = ask.dataset.title ?? ask.querySelector(".paper-title").textContent;
      said.append(index ? ", " : "", link);
    });
    said.append(open.length > 3 ? " and " + (open.length - 3) + " more." : ".");
  }

  function press(event) {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.action === "save") return save();
    if (button.dataset.action === "answers") return download(keep() + "\n", "application/json", ".json");
    if (button.dataset.action === "print") return window.print();
    const fieldset = button.parentElement.closest("fieldset");
    if (has(button, "clear")) {
      const radios = all(fieldset, "input[type=radio]");
      for (const radio of radios) radio.checked = false;
      radios[0].focus();
    } else if (has(button, "add")) {
      addRow(fieldset).querySelector("input, textarea, select").focus();
    } else if (has(button, "remove")) {
      const place = fieldset.parentElement.closest("[data-rows]");
      fieldset.remove();
      number(place);
      place.querySelector(":scope > [data-add]").focus();
    }
    touch();
  }

  function touch() {
    changed = true;
    show();
    keep();
  }

  document.addEventListener("DOMContentLoaded", () => {
    blank = document.documentElement.cloneNode(true);
    const sheet = document.getElementById("sheet");
    fill(sheet, JSON.parse(store(document).textContent));
    for (const more of all(sheet, ".paper-more")) more.open = all(more, "textarea").some(isFilled);
    show();
    sheet.addEventListener("input", () => { changed = true; show(); });
    sheet.addEventListener("change", touch);
    sheet.addEventListener("submit", (event) => event.preventDefault());
    document.addEventListener("click", press);
    document.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
        event.preventDefault();
        save();
      }
    });
    window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
  });
})();
