// What the benchmark does in the page: a visitor's clicks, with a clock beside them.

// Begins work with the next frame and resolves with the time when that frame is painted: styles,
// layout and paint follow a frame's callbacks at once, and a message only comes after them. Work
// that begins with a frame does not count the wait for one.
const frame = (work) =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      work?.();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    }),
  );

// How long the page says that it worked under this name.
const worked = (name) => performance.getEntriesByName(name, "measure").reduce((sum, { duration }) => sum + duration, 0);

// Presses the button of a paper. The last change of the list counts, and the frame in which the
// page has followed; a paper that changes no line leaves the list as it was.
const tick = async (button) => {
  performance.clearMeasures();
  let begun;
  let changed = null;
  let papersChanged = false;
  const list = new MutationObserver(() => (changed = performance.now() - begun));
  const papers = new MutationObserver(() => (papersChanged = true));
  list.observe(document.querySelector(".groups"), { subtree: true, childList: true, characterData: true });
  papers.observe(document.querySelector(".held"), { childList: true });
  let painted = await frame(() => {
    begun = performance.now();
    button.click();
  });
  while (!papersChanged) painted = await frame();
  list.disconnect();
  papers.disconnect();
  return { changed, painted: painted - begun, evaluate: worked("leimu:evaluate"), rows: worked("leimu:rows") };
};

// Adds the paper that is offered first until so many are held, takes them out one by one, and
// begins again.
const ticks = async (many, heldAtMost) => {
  const found = [];
  let adding = true;
  while (found.length < many) {
    const held = document.querySelectorAll(".held article header button");
    const offered = document.querySelector(".offers button");
    if (held.length === 0) adding = true;
    if (held.length === heldAtMost || !offered) adding = false;
    found.push(await tick(adding ? offered : held[0]));
  }
  return found;
};
