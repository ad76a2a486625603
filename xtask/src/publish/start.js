// Starts the program of a hosted page: its first part, and the rest while the visitor reads.

import { __wbg_finalize_init as begin, __wbg_get_imports as imports } from "glue";

/* global FIRST, REST: the address and the integrity of each part */

const root = document.documentElement;
const at = (address) => new URL(address, import.meta.url);

// What has integrity arrives in one piece anyway. As bytes it is made ready beside the page; as an
// answer it would be taken to pieces in the page's own time.
const get = ([address, integrity]) => fetch(at(address), { integrity }).then((answer) => answer.arrayBuffer());

/** What the first part has for the rest. */
let first;

const parts = {
  /** The visitor is faster than the network. The program cannot wait for what is to come, so the browser has to. */
  need() {
    try {
      const request = new XMLHttpRequest();
      request.open("GET", at(REST[0]), false);
      request.overrideMimeType("text/plain; charset=x-user-defined");
      request.send();
      const rest = Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0));
      new WebAssembly.Instance(new WebAssembly.Module(rest), { first });
    } catch (error) {
      // What was entered is kept, and the browser says best what is wrong with the network.
      location.reload();
      throw error;
    }
  },
};

const load = async () => {
  // The list of categories is in the first part; every other place needs the rest as well.
  const isWhole = parent !== window || !/^(#\/?(\?.*)?)?$/.test(location.hash);
  const both = isWhole ? get(REST) : undefined;
  const bytes = await get(FIRST);
  const rest = both ?? get(REST);
  // Where it does not come, a place that waits for it says so, and the list asks once more when it needs it.
  rest.catch(() => {});
  const { instance, module } = await WebAssembly.instantiate(bytes, { ...imports(), parts });
  first = instance.exports;
  const joined = rest.then((bytes) => WebAssembly.instantiate(bytes, { first })).then(() => (root.dataset.whole = ""));
  joined.catch(() => {});
  if (isWhole) await joined;
  begin(instance, module);
};

// The page says what it is before it loads the program: the little that this takes is not held up by
// what is forty times as large. Nobody sees a page in the background, and frames out of sight are not painted: nothing
// waits there.
if (document.hidden || parent !== window) load();
else requestAnimationFrame(() => requestAnimationFrame(load));
