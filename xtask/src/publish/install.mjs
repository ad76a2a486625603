// What lets the page be installed like a program: its icons, drawn from its mark, and its manifest.
// Every word and colour in it is the page's own.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** The least that browsers ask for, and the largest that any of them shows. */
const SIZES = [192, 512];

/** Systems cut icons to a shape of theirs; what is within four fifths of the width they leave. */
const MARGIN = 0.17;

/** The icons as PNG: a name, a purpose and a size of each. */
export const iconsFrom = async (resvgFile, mark) => {
  const { Resvg, initWasm } = await import(pathToFileURL(resvgFile).href);
  await initWasm(readFileSync(join(dirname(resvgFile), "index_bg.wasm")));
  const draw = (svg, size, background) =>
    Buffer.from(new Resvg(svg, { fitTo: { mode: "width", value: size }, background }).render().asPng());

  const whole = mark.match(/viewBox="0 0 (\d+) \1"/)[0];
  const width = Number(mark.match(/viewBox="0 0 (\d+)/)[1]);
  const ground = mark.match(/<rect [^>]*fill="(#[0-9a-f]+)"/)[1];
  const [from, to] = [-width * MARGIN, width * (1 + 2 * MARGIN)];
  const roomy = mark.replace(whole, `viewBox="${from} ${from} ${to} ${to}"`);
  const largest = Math.max(...SIZES);
  return [
    ...SIZES.map((size) => ({ name: `icon-${size}.png`, purpose: "any", size, content: draw(mark, size) })),
    { name: "icon-maskable.png", purpose: "maskable", size: largest, content: draw(roomy, largest, ground) },
  ];
};

/** The manifest of a page: `icons` are as a manifest has them. */
export const manifestFor = (page, icons) => {
  const said = (pattern) => page.match(pattern)[1];
  const name = said(/<title>([^<]*)<\/title>/);
  const ground = said(/<meta name="theme-color" content="([^"]*)" media="\(prefers-color-scheme: light\)"/);
  const manifest = {
    name,
    short_name: name.split("：")[0],
    description: said(/<meta name="description" content="([^"]*)"/),
    lang: said(/<html lang="([^"]*)"/),
    start_url: "./",
    scope: "./",
    display: "standalone",
    theme_color: ground,
    background_color: ground,
    icons,
  };
  return JSON.stringify(manifest);
};
