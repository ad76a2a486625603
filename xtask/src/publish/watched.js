// Starts a program that tells which of its functions run, and keeps their numbers.

import { __wbg_finalize_init as begin, __wbg_get_imports as imports } from "glue";

/* global FIRST: the address and the integrity of the program */

window.ran = new Set();
const parts = { ran: (number) => window.ran.add(number) };
const answer = await fetch(new URL(FIRST[0], import.meta.url), { integrity: FIRST[1] });
const { instance, module } = await WebAssembly.instantiate(await answer.arrayBuffer(), { ...imports(), parts });
begin(instance, module);
document.documentElement.dataset.whole = "";
