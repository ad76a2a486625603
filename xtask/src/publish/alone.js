// Starts the program of the page as one file, in which it lies packed.

import init from "glue";

const packed = Uint8Array.from(atob(document.getElementById("program").textContent), (letter) => letter.charCodeAt(0));
const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
await init({ module_or_path: new Response(stream).arrayBuffer() });
document.documentElement.dataset.whole = "";
