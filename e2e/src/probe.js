// What the tests ask of the page. It only reads; whatever a visitor does goes through the driver.

const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const isVisible = (element) => element.checkVisibility({ visibilityProperty: true });

const rowOf = (row) => ({
  path: `${tidy(row.querySelector(".path small")?.textContent)}/${tidy(row.querySelector(".path b")?.textContent)}`,
  what: tidy(row.querySelector(".what")?.textContent),
  tags: [...row.querySelectorAll(".tag")].map((tag) => tidy(tag.textContent)),
});

// The name that a person would use: a label, a legend, a heading, or the text itself.
const nameOf = (element) => {
  if (element.matches("a.row")) return rowOf(element).path;
  const label = element.getAttribute("aria-label");
  if (label) return tidy(label);
  const by = element.getAttribute("aria-labelledby");
  if (by) return tidy(document.getElementById(by)?.textContent);
  if (element.labels?.length) return tidy(element.labels[0].textContent);
  const title = { FIELDSET: "legend", ARTICLE: "h4", SECTION: "h2, h3", LI: "h2" }[element.tagName];
  return tidy(((title && element.querySelector(title)) || element).textContent);
};

const probe = {
  // Elements by steps from the outside in: selector, name, and whether the name is the whole of it.
  find(steps) {
    let found = [document];
    for (const [selector, name, whole] of steps) {
      const fits = (element) =>
        isVisible(element) &&
        (name === null || (whole ? nameOf(element) === name : nameOf(element).includes(name)));
      found = found.flatMap((scope) => [...scope.querySelectorAll(selector)].filter(fits));
    }
    return [...new Set(found)];
  },

  count: (steps) => probe.find(steps).length,

  // The program comes in two parts. Where the page has a worker, loading ends when that has taken in what it keeps: every file once more, out of the
  // browser's cache where a host lets it. A page in a frame has none, nor has one without a secure origin.
  async isReady() {
    const previews = [...document.querySelectorAll(":is(leimu-card, leimu-checker)[loading=eager]")];
    const arePreviewsThere = previews.every((one) => one.shadowRoot && !one.shadowRoot.querySelector("slot"));
    const isDrawn = arePreviewsThere && document.readyState === "complete" && document.documentElement.dataset.start === "done" && "whole" in document.documentElement.dataset && !!document.getElementById("place");
    const hasWorker = window === top && isSecureContext && location.protocol !== "file:" && !!document.querySelector("meta[name=worker]");
    if (!isDrawn || !hasWorker) return isDrawn;
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.active?.state === "activated" && !registration.installing;
  },

  address: () => decodeURIComponent(location.hash),

  // Every entry but the icon's and the manifest's: the browser asks for those when it likes.
  resources: () => performance.getEntriesByType("resource").map((entry) => entry.name).filter((name) => !/\/(icon-|manifest\.)/.test(name)),

  // What is far from the window is not laid out, and has no text for some engines until a visitor comes near.
  texts: (selector) =>
    [...document.querySelectorAll(selector)].filter(isVisible).map((element) => tidy(element.innerText) || tidy(element.textContent)),

  // The entries of a list that is closed are not visible; they are still what it offers.
  options: (selector) => [...document.querySelector(selector).options].map((option) => tidy(option.label)),

  groups: () =>
    [...document.querySelectorAll(".group")].filter(isVisible).map((group) => {
      const heading = group.querySelector("h2");
      return {
        id: heading.id,
        count: Number(heading.querySelector("b").textContent),
        folded: group.tagName === "DETAILS" && !group.open,
        rows: [...group.querySelectorAll("a.row")].map(rowOf),
      };
    }),

  focus() {
    const element = document.activeElement;
    return [element.id, nameOf(element), element.tagName];
  },

  // What does not fit into the window, if the window scrolls sideways at all.
  overflow() {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= innerWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((element) => isVisible(element) && element.getBoundingClientRect().right > innerWidth + 0.5);
    return wide.map((element) => `${element.tagName} .${element.className} “${nameOf(element).slice(0, 20)}”`);
  },

  // Controls that are hard to hit. A radio button or a box is hit by its label; a link within a
  // sentence is as high as the sentence.
  small() {
    const controls = [...document.querySelectorAll("button, select, summary, a[href], label:has(input), input")].filter(isVisible);
    const hit = controls.filter((one) => !(one.tagName === "INPUT" && one.labels?.length && one.closest("label")));
    const free = hit.filter((one) => !(one.tagName === "A" && getComputedStyle(one).display === "inline" && one.parentElement.closest("p, li, h3, nav.crumbs")));
    const boxes = free.map((one) => [one, one.getBoundingClientRect()]);
    return boxes.filter(([, box]) => box.width < 24 || box.height < 24).map(([one, box]) => `${one.tagName} “${nameOf(one)}” ${Math.round(box.width * 10) / 10}×${Math.round(box.height * 10) / 10}`);
  },

  // Under forced colours: chosen things that only their ground tells, and marks in the colour of their ground.
  unseenInForcedColours() {
    const ground = (element) => {
      const { backgroundColor } = getComputedStyle(element);
      const isClear = backgroundColor === "transparent" || /, 0\)$/.test(backgroundColor);
      return isClear && element.parentElement ? ground(element.parentElement) : backgroundColor;
    };
    const isSeen = (input) => {
      const { opacity, appearance } = getComputedStyle(input);
      return input.getBoundingClientRect().width >= 10 && opacity !== "0" && appearance !== "none";
    };
    const chosen = [...document.querySelectorAll("label:has(input:checked)")].filter(isVisible);
    const lost = chosen.filter((label) => !isSeen(label.querySelector("input")) && getComputedStyle(label).outlineStyle === "none");
    const marks = [...document.querySelectorAll("svg")].filter(isVisible);
    const blank = marks.filter((mark) => getComputedStyle(mark).stroke === ground(mark));
    return [...lost, ...blank].map((one) => one.outerHTML.slice(0, 120));
  },

  // On a page in another language: Chinese that does not say so, but for text beside which nothing can.
  unmarkedChinese() {
    const isChinese = (words) => /[\u3400-\u9fff]/.test(words ?? "");
    const isMixed = (words) => /[A-Za-z]/.test(words ?? "");
    const saysSo = (element) => element.closest("[lang]").lang.startsWith("zh");
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      const isLeftOut = parentElement.closest("script, style, noscript") || (parentElement.tagName === "OPTION" && isMixed(textContent));
      if (!isLeftOut && isChinese(textContent) && !saysSo(parentElement)) found.push(textContent);
    }
    const labelled = [...document.querySelectorAll("[aria-label]")].filter((one) => {
      const label = one.getAttribute("aria-label");
      return isChinese(label) && !isMixed(label) && !saysSo(one);
    });
    return [...found, ...labelled.map((one) => one.getAttribute("aria-label"))];
  },

  inWindow(selector) {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    return !!box && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight + 0.5;
  },

  storage: () => Object.fromEntries(Object.keys(localStorage).map((key) => [key, localStorage.getItem(key)])),
};
