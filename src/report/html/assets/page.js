"use strict";
// What every part of the page uses. The page's text is the data: scripts read it and never write HTML from strings.
const page = {
  root: document.documentElement,
  /** The first element that fits, or null. */
  one: (selector, inside = document) => inside.querySelector(selector),
  all: (selector, inside = document) => [...inside.querySelectorAll(selector)],
  /** A new element with attributes and text. */
  make(name, attributes = {}, text = "") {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = text;
    return element;
  },
  number: (text) => parseFloat(text.replace("−", "-").replace(/,/g, "")),
  /** Says something for two seconds at the lower edge. */
  toast(text) {
    for (const old of page.all(".toast")) old.remove();
    const toast = document.body.appendChild(page.make("div", { class: "toast", role: "status" }, text));
    setTimeout(() => toast.remove(), 2500);
  },
};
page.root.classList.add("js");

// ---- a post's citation ------------------------------------------------------------------------------------------
page.citation = (article) => {
  const text = (selector) => page.one(selector, article)?.textContent.trim() ?? "";
  const link = page.one("header a[rel]", article)?.href ?? "";
  const forum = page.one(".eyebrow")?.textContent.split(" · ")[0] ?? "";
  const parts = [
    text("header .who") || "unnamed",
    "“" + (page.one("h1")?.textContent.trim() ?? "") + "”",
    forum,
    "post " + text("header .num"),
    text("time"),
    link || location.href.split("#")[0] + "#" + article.id,
  ];
  return parts.filter((part) => part).join(", ");
};

document.addEventListener("click", (event) => {
  const button = event.target.closest?.(".cite");
  if (!button) return;
  const words = page.citation(button.closest(".post"));
  const copied = navigator.clipboard?.writeText(words) ?? Promise.reject();
  copied.then(() => page.toast("Copied: " + words), () => {
    // Without leave to copy, the words are shown, selected.
    const field = page.make("input", { readonly: "", "aria-label": "citation", class: "citation" });
    field.value = words;
    button.after(field);
    field.select();
  });
});

// ---- what is folded is printed too --------------------------------------------------------------------------------
addEventListener("beforeprint", () => {
  for (const fold of page.all("details:not([open])")) {
    fold.open = true;
    fold.dataset.printed = "1";
  }
});
addEventListener("afterprint", () => {
  for (const fold of page.all("details[data-printed]")) {
    fold.open = false;
    delete fold.dataset.printed;
  }
});
