// Cards and checkers of Leimu in any page, with no dependency:
//
//   <script src="https://…/embed.js" async></script>
//   <leimu-card platform="wechat" category="教育服务/驾校培训"><a href="https://…">…</a></leimu-card>
//   <leimu-checker catalog="baidu-2020" theme="dark" lang="en"></leimu-checker>
//
// What stands inside of an element is shown until its frame is ready, and for good where it never is.
// Attributes, what they default to and the events are described in the README.
{
  const script = document.currentScript ?? document.querySelector('script[src*="embed.js"]');

  // WebKit takes the 'self' of a policy for nobody where a frame has no origin, and would load nothing.
  const needsOrigin = navigator.vendor.startsWith("Apple");

  // Adopted, not inline: a strict policy of the page has nothing against it.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(":host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;height:4em;border:0}");

  /** The theme around an element, by what the page says of its colours or, where it says nothing, by its ground. */
  const themeAround = (element) => {
    const scheme = getComputedStyle(element).colorScheme.replace("only", "").trim();
    if (scheme !== "normal") return scheme.includes(" ") ? "" : scheme;
    for (let one = element; one; one = one.parentElement) {
      const [red, green, blue, alpha = 1] = getComputedStyle(one).backgroundColor.match(/[\d.]+/g) ?? [];
      if (alpha > 0.5) return red * 2 + green * 7 + +blue < 1280 ? "dark" : "light";
    }
    return "light";
  };

  class Embed extends HTMLElement {
    static observedAttributes = ["platform", "catalog", "category", "theme", "lang"];

    connectedCallback() {
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      this.place = this.wanted();
      const { theme, language } = this.looks();
      const page = new URL("index.html", new URL(this.getAttribute("page") ?? ".", script?.src ?? location));
      const keeps = this.hasAttribute("same-origin");
      page.search = (keeps ? "embed&" : "embed&apart&") + new URLSearchParams({ theme, language });
      page.hash = this.place;
      const frame = (this.frame = document.createElement("iframe"));
      frame.title = this.title || "类目通 Leimu";
      frame.loading = this.getAttribute("loading") ?? "lazy";
      frame.referrerPolicy = "no-referrer";
      // Without an origin of its own the frame is a stranger to every page, be it on the same host.
      const origin = keeps || needsOrigin ? " allow-same-origin" : "";
      frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads" + origin);
      frame.src = page;
      root.replaceChildren(document.createElement("slot"), frame);

      const tell = () => this.tell();
      const { signal } = (this.life = new AbortController());
      addEventListener("message", (event) => this.hear(event, page.origin), { signal });
      matchMedia("(prefers-color-scheme:dark)").addEventListener("change", tell, { signal });
      this.watch = new MutationObserver(tell);
      for (const one of [document.documentElement, document.body]) this.watch.observe(one, { attributes: true });
    }

    disconnectedCallback() {
      this.life.abort();
      this.watch.disconnect();
      this.isReady = false;
    }

    attributeChangedCallback() {
      this.tell();
    }

    /** The place that the attributes name. */
    wanted() {
      const catalog = this.getAttribute("catalog") ?? this.getAttribute("platform") ?? "";
      if (this.localName === "leimu-checker") return "#/?catalog=" + catalog;
      return `#/c/${catalog}/${this.getAttribute("category")}`;
    }

    /** Theme and language: what the attributes say, or else the page. */
    looks() {
      const theme = this.getAttribute("theme");
      return {
        theme: /^(light|dark)$/.test(theme) ? theme : theme === "system" ? "" : themeAround(this),
        language: this.closest("[lang]")?.lang ?? "",
      };
    }

    /** Tells the frame how to look, and where to go if that has changed: the visitor may be elsewhere by now. */
    tell() {
      if (!this.isReady) return;
      const place = this.wanted();
      const go = place === this.place ? {} : { place };
      this.place = place;
      this.frame.contentWindow.postMessage({ source: "leimu", version: 1, type: "settings", ...this.looks(), ...go }, "*");
    }

    hear({ source, origin, data }, own) {
      if (source !== this.frame.contentWindow || (origin !== "null" && origin !== own)) return;
      if (data?.source !== "leimu" || data.version !== 1) return;
      const { type, height, catalog, path, verdict, counts } = data;
      if (type === "height" && height > 0) this.frame.style.height = height + "px";
      if (type === "ready") {
        this.isReady = true;
        this.shadowRoot.querySelector("slot")?.remove();
        this.tell();
      }
      if (type === "ready" || type === "verdict") {
        const detail = type === "ready" ? {} : path ? { catalog, path, verdict } : { catalog, counts };
        this.dispatchEvent(new CustomEvent("leimu:" + type, { bubbles: true, detail }));
      }
    }
  }

  for (const name of ["leimu-card", "leimu-checker"])
    if (!customElements.get(name)) customElements.define(name, class extends Embed {});
}
