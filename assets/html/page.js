"use strict";
(() => {
const $ = (id) => document.getElementById(id);
const root = document.documentElement, words = document.body.dataset;
const svg = $("map"), stage = $("stage"), about = $("about"), outline = $("outline");
const SVG = "http://www.w3.org/2000/svg";
const calm = matchMedia("(prefers-reduced-motion: reduce)");
root.classList.add("js");

// Fonts of readers may run wider than what was measured.
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", widths = svg.dataset.widths;
svg.querySelectorAll("text").forEach((text, i) => {
  const width = 64 * digits.indexOf(widths[2 * i]) + digits.indexOf(widths[2 * i + 1]);
  if (width <= 0) return;
  text.setAttribute("textLength", width);
  text.setAttribute("lengthAdjust", "spacingAndGlyphs");
});

// Footnotes on one source name it once.
for (const link of document.querySelectorAll("#notes .as")) {
  const note = link.parentElement, named = $(link.hash.slice(1));
  link.nextSibling.data = link.nextSibling.data.slice(1);
  link.replaceWith(named.querySelector("cite").cloneNode(true));
  const address = named.querySelector(":scope > a, :scope > span");
  if (address) note.insertBefore(address.cloneNode(true), note.querySelector(":scope > small"));
}

// What there is: pictures of nodes by id, lines by relation, rows of the outline.
const pictures = new Map(), lines = new Map(), places = new Map();
for (const g of svg.querySelectorAll("g[id]:not([id^=_])")) { pictures.set(g.id, g); g.dataset.node = g.id; }
const ids = [...pictures.keys()];
const named = (numbers) => numbers ? numbers.split(" ").map((number) => ids[number]) : [];
const ends = new Map([...pictures].map(([id, g]) => [id, named(g.dataset.ends)]));
const grounds = [...svg.querySelectorAll("[data-of]")].map((g) => [g, named(g.dataset.of)]);
for (const g of svg.querySelectorAll("[data-line]")) {
  const of = ids[g.dataset.line];
  lines.set(of, [...(lines.get(of) || []), g]);
}
const own = (row) => row.firstElementChild;
const wording = (row) => row.querySelector(":scope > div > a, :scope > div > span");
const rows = [...outline.querySelectorAll("li")];
for (const row of rows) row.dataset.node ||= wording(row).hash.slice(1);
for (const row of rows) if (!("see" in row.dataset)) {
  places.set(row.dataset.node, row);
  if (row.dataset.via && !places.has(row.dataset.via)) places.set(row.dataset.via, row);
}
const isClaim = (id) => id.startsWith("c_");
const claims = [...pictures.keys()].filter(isClaim);
const order = [...places.keys()].filter((id) => isClaim(id) && pictures.has(id));
const branch = (row) => row.querySelector(":scope > ul");

/** The footnotes of a row, or of the relation through which it bears on what is above it. */
const notes = (row, via) => [...own(row).querySelectorAll(via ? "sup.via a" : "sup:not(.via) a")].map((a) => $(a.hash.slice(1)));

for (const a of document.querySelectorAll("#outline sup a")) a.setAttribute("role", "doc-noteref");
for (const a of document.querySelectorAll("#notes a")) { a.target = "_blank"; a.rel = "noopener noreferrer"; }
for (const row of rows) {
  if (!branch(row)) continue;
  const handle = document.createElement("button");
  handle.type = "button";
  handle.className = "fold";
  handle.setAttribute("aria-expanded", "true");
  handle.setAttribute("aria-label", words.branch.replace("{claim}", () => wording(row).textContent));
  own(row).prepend(handle);
}

// What the rows say is said of the pictures too.
for (const [id, g] of pictures) {
  g.setAttribute("role", "button");
  const row = places.get(id);
  if (!row) continue;
  const isOwn = row.dataset.node === id;
  const [number, name, bears] = ["b", "strong", "i"].map((part) => own(row).querySelector(part));
  const said = isOwn ? [number, name, wording(row), bears] : [bears, wording(row)];
  g.setAttribute("aria-label", said.filter(Boolean).map((part) => part.textContent).join(". "));
  const of = notes(row, !isOwn).map((note) => note.id);
  if (of.length) g.setAttribute("aria-describedby", of.join(" "));
}

// ---- Groups, with the names of those around them; the outer ones come first.
const groups = new Map(), groupOf = new Map();
for (const item of document.querySelectorAll("#groups [data-group]")) {
  const outer = groups.get(item.parentElement.closest("[data-group]")?.dataset.group);
  const title = item.querySelector(":scope > .title").textContent;
  const path = outer ? `${outer.path} › ${title}` : title;
  groups.set(item.dataset.group, { item, path });
  for (const a of item.querySelectorAll(":scope > .claims a")) groupOf.set(a.hash.slice(1), path);
}

// ---- Moving about: the view box is always as wide as the stage.
const all = svg.getAttribute("viewBox").split(" ").map(Number);
const view = { x: all[0], y: all[1], k: 1 };
let fitted = true, moving = 0;
const size = () => [Math.max(svg.clientWidth, 1), Math.max(svg.clientHeight, 1)];
const draw = () => {
  const [w, h] = size();
  svg.setAttribute("viewBox", [view.x, view.y, w / view.k, h / view.k].join(" "));
};
const whole = () => {
  const [w, h] = size();
  const k = Math.min(w / all[2], h / all[3], 1.5);
  return { k, x: all[0] - (w / k - all[2]) / 2, y: all[1] - (h / k - all[3]) / 2 };
};
const least = () => Math.min(whole().k, 1) / 2;
const go = (to, isFitted) => {
  fitted = Boolean(isFitted);
  cancelAnimationFrame(moving);
  if (calm.matches) { Object.assign(view, to); draw(); settle(); return; }
  const [w, h] = size(), start = performance.now();
  const from = { k: view.k, x: view.x + w / view.k / 2, y: view.y + h / view.k / 2 };
  const end = { k: to.k, x: to.x + w / to.k / 2, y: to.y + h / to.k / 2 };
  const step = (now) => {
    const t = Math.min(Math.max((now - start) / 220, 0), 1), e = 1 - (1 - t) ** 3;
    view.k = from.k * (end.k / from.k) ** e;
    view.x = from.x + (end.x - from.x) * e - w / view.k / 2;
    view.y = from.y + (end.y - from.y) * e - h / view.k / 2;
    draw();
    if (t < 1) moving = requestAnimationFrame(step); else settle();
  };
  moving = requestAnimationFrame(step);
};
const zoom = (factor, px, py) => {
  cancelAnimationFrame(moving);
  const [w, h] = size();
  const x = px ?? w / 2, y = py ?? h / 2;
  const k = Math.min(Math.max(view.k * factor, least()), 6);
  view.x += x / view.k - x / k;
  view.y += y / view.k - y / k;
  view.k = k;
  fitted = false;
  draw();
  settle();
};
const box = (g) => {
  const at = svg.getBoundingClientRect(), r = g.getBoundingClientRect();
  return { left: r.left - at.left, top: r.top - at.top, right: r.right - at.left, bottom: r.bottom - at.top,
    x: r.left - at.left + r.width / 2, y: r.top - at.top + r.height / 2 };
};
/** Brings a node into view, large enough to be read. */
const reveal = (g, always) => {
  const [w, h] = size(), b = box(g);
  const small = view.k < 0.55;
  if (!always && !small && b.left > 8 && b.top > 8 && b.right < w - 8 && b.bottom < h - 8) return;
  const k = small ? 0.9 : view.k;
  const x = view.x + b.x / view.k, y = view.y + b.y / view.k;
  go({ k, x: x - w / k / 2, y: y - h / k / 2 });
};
new ResizeObserver(() => {
  if (matchMedia("print").matches) return;
  if (fitted) Object.assign(view, whole());
  draw();
  settle();
}).observe(svg);

const fingers = new Map();
let dragged = false, pressed = null;
const local = (event) => {
  const r = svg.getBoundingClientRect();
  return [event.clientX - r.left, event.clientY - r.top];
};
svg.addEventListener("pointerdown", (event) => {
  if (event.button !== 0) return;
  cancelAnimationFrame(moving);
  fingers.set(event.pointerId, local(event));
  if (fingers.size === 1) { dragged = false; pressed = local(event); }
});
svg.addEventListener("pointermove", (event) => {
  const before = fingers.get(event.pointerId);
  if (!before) return;
  const [x, y] = local(event);
  if (!dragged && fingers.size === 1 && Math.hypot(x - pressed[0], y - pressed[1]) < 5) return;
  if (!dragged) { dragged = true; svg.classList.add("dragging"); hide(true); }
  svg.setPointerCapture(event.pointerId);
  const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
  fingers.set(event.pointerId, [x, y]);
  const shift = others.length ? 0.5 : 1;
  view.x -= (x - before[0]) * shift / view.k;
  view.y -= (y - before[1]) * shift / view.k;
  fitted = false;
  if (others.length) {
    const [ox, oy] = others[0];
    const was = Math.hypot(before[0] - ox, before[1] - oy), is = Math.hypot(x - ox, y - oy);
    if (was > 0) zoom(is / was, (x + ox) / 2, (y + oy) / 2);
  }
  draw();
  settle();
});
const lift = (event) => {
  fingers.delete(event.pointerId);
  if (!fingers.size) svg.classList.remove("dragging");
};
for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) svg.addEventListener(name, lift);
svg.addEventListener("wheel", (event) => {
  event.preventDefault();
  const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 200 : 1;
  zoom(Math.exp(-event.deltaY * unit * (event.ctrlKey ? 0.01 : 0.0016)), ...local(event));
}, { passive: false });
svg.addEventListener("dblclick", (event) => { if (!event.target.closest("[data-node]")) zoom(1.6, ...local(event)); });

// ---- Marks around nodes, in the picture's own coordinates.
const shape = (name, attributes, parent) => {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.append(element);
  return element;
};
const unmark = (g, name) => { for (const old of g.querySelectorAll(`:scope > .${name}`)) old.remove(); };
const body = (g) => {
  for (const extra of g.querySelectorAll(":scope > .ring, :scope > .badge")) extra.remove();
  return g.getBBox();
};
const mark = () => {
  for (const [id, g] of pictures) {
    const row = places.get(id), ring = id === current, hit = g.classList.contains("hit");
    const isFolded = isClaim(id) && row && row.dataset.node === id && branch(row)?.hidden;
    if (!ring && !hit && !isFolded && !g.querySelector(":scope > .ring, :scope > .badge")) continue;
    const b = body(g);
    if (ring || hit) {
      shape("rect", { class: ring ? "ring" : "ring hit", x: b.x - 4, y: b.y - 4, width: b.width + 8, height: b.height + 8, rx: 12 }, g);
    }
    if (isFolded) {
      const text = `+${branch(row).querySelectorAll("li:not([data-see])").length}`;
      const w = 16 + 8 * text.length, badge = shape("g", { class: "badge" }, g);
      shape("rect", { x: b.x + b.width / 2 - w / 2, y: b.y + b.height - 11, width: w, height: 22, rx: 11 }, badge);
      shape("text", { x: b.x + b.width / 2, y: b.y + b.height + 4.5 }, badge).textContent = text;
    }
  }
};

// ---- What is known of a node.
let current = null, pinned = false, shownFor = null, waiting = 0;
const button = (text, label, act) => {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.title = label;
  made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
};
const show = (id, stay) => {
  const g = pictures.get(id), row = places.get(id);
  if (!g || g.classList.contains("gone")) return;
  pinned = stay;
  shownFor = id;
  about.replaceChildren();
  const head = document.createElement("h3");
  head.dir = "auto";
  const isOwn = row && row.dataset.node === id;
  head.textContent = isOwn ? wording(row).textContent : g.getAttribute("aria-label");
  if (stay) {
    const bar = document.createElement("div");
    bar.className = "bar";
    if (isOwn && branch(row)) {
      const isFolded = branch(row).hidden;
      bar.append(button(isFolded ? "+" : "−", isFolded ? words.unfold : words.fold, () => { fold(row, !isFolded); show(id, true); }));
    }
    bar.append(button("×", words.close, () => { hide(true); g.focus({ preventScroll: true }); }));
    about.append(bar);
  }
  about.append(head);
  if (isOwn && groupOf.has(id)) {
    const group = document.createElement("p");
    group.dir = "auto";
    group.className = "in";
    group.textContent = groupOf.get(id);
    about.append(group);
  }
  if (isOwn) for (const remark of own(row).querySelectorAll("small")) about.append(remark.cloneNode(true));
  const cited = row ? notes(row, !isOwn) : [];
  if (cited.length) {
    const list = document.createElement("ol");
    for (const note of cited) {
      const copy = note.cloneNode(true);
      copy.removeAttribute("id");
      list.append(copy);
    }
    about.append(list);
  }
  about.classList.toggle("glance", !stay);
  about.hidden = false;
  settle();
};
const hide = (always) => {
  clearTimeout(waiting);
  if (pinned && !always) return;
  pinned = false;
  shownFor = null;
  about.hidden = true;
};
/** Puts what is known beside its node, where there is room. */
function settle() {
  if (about.hidden || !shownFor) return;
  const b = box(pictures.get(shownFor)), w = stage.clientWidth, h = stage.clientHeight;
  const [aw, ah] = [about.offsetWidth, about.offsetHeight];
  let x = b.right + 12, y = b.top;
  if (x + aw > w - 8) x = b.left - aw - 12;
  if (x < 8) { x = b.x - aw / 2; y = b.bottom + 12 + ah > h ? b.top - ah - 12 : b.bottom + 12; }
  about.style.left = `${Math.max(8, Math.min(x, w - aw - 8))}px`;
  about.style.top = `${Math.max(8, Math.min(y, h - ah - 8))}px`;
}
const select = (id, options = {}) => {
  const g = pictures.get(id), row = places.get(id);
  if (!g) return;
  if (row) for (let up = row.parentElement.closest("li"); up; up = up.parentElement.closest("li")) if (branch(up)?.hidden) fold(up, false);
  pictures.get(current)?.setAttribute("tabindex", "-1");
  for (const old of outline.querySelectorAll(".here")) { old.classList.remove("here"); wording(old).removeAttribute("aria-current"); }
  current = id;
  g.setAttribute("tabindex", "0");
  if (row) {
    row.classList.add("here");
    wording(row).setAttribute("aria-current", "true");
    if (options.from !== "outline" && $("side").scrollHeight > $("side").clientHeight && $("side").clientHeight > 0) {
      const side = $("side"), r = own(row).getBoundingClientRect(), s = side.getBoundingClientRect();
      if (getComputedStyle(side).overflowY === "auto" && (r.top < s.top || r.bottom > s.bottom)) side.scrollTop += r.top - s.top - s.height / 3;
    }
  }
  if (options.from === "outline") stage.scrollIntoView({ block: "nearest" });
  mark();
  reveal(g, options.center);
  if (options.focus) g.focus({ preventScroll: true });
  show(id, Boolean(options.stay));
};
for (const [id, g] of pictures) {
  g.setAttribute("tabindex", "-1");
  g.addEventListener("pointerenter", (event) => {
    clearTimeout(waiting);
    if (event.pointerType === "mouse" && !pinned && !fingers.size) waiting = setTimeout(() => show(id, false), 120);
  });
  g.addEventListener("pointerleave", () => { clearTimeout(waiting); if (!pinned && document.activeElement !== g) hide(); });
  g.addEventListener("click", (event) => { if (!dragged || !event.detail) select(id, { focus: true, stay: true }); });
  g.addEventListener("focus", () => { if (g.matches(":focus-visible") && id !== current) select(id); });
}
svg.addEventListener("click", (event) => { if (!dragged && !event.target.closest("[data-node]")) hide(true); });
if (order.length) pictures.get(order[0]).setAttribute("tabindex", "0");

// ---- Folding: what is below in the outline goes from the picture too.
const refresh = () => {
  const gone = new Set();
  for (const row of rows) {
    if ("see" in row.dataset || !row.parentElement.closest("ul[hidden]")) continue;
    gone.add(row.dataset.node);
    if (row.dataset.via) gone.add(row.dataset.via);
  }
  for (let more = true; more;) {
    more = false;
    for (const id of ids) {
      if (!gone.has(id) && ends.get(id).some((end) => gone.has(end))) { gone.add(id); more = true; }
    }
  }
  for (const [id, g] of pictures) {
    g.classList.toggle("gone", gone.has(id));
    for (const line of lines.get(id) || []) line.classList.toggle("gone", gone.has(id));
  }
  for (const [g, of] of grounds) g.classList.toggle("gone", of.every((id) => gone.has(id)));
  if (shownFor && gone.has(shownFor)) hide(true);
  mark();
};
const fold = (row, isFolded, later) => {
  const list = branch(row), handle = own(row).querySelector(".fold");
  if (!list || !handle) return;
  list.hidden = isFolded;
  handle.setAttribute("aria-expanded", String(!isFolded));
  if (!later) refresh();
};
const foldAll = (isFolded) => { for (const row of rows) fold(row, isFolded, true); refresh(); };
$("fold-all").addEventListener("click", () => foldAll(true));
$("unfold-all").addEventListener("click", () => foldAll(false));
outline.addEventListener("click", (event) => {
  const handle = event.target.closest(".fold");
  if (handle) {
    const row = handle.closest("li");
    fold(row, !branch(row).hidden);
    return;
  }
  const id = event.target.closest("a")?.hash.slice(1);
  if (!id || !pictures.has(id)) return;
  event.preventDefault();
  select(id, { from: "outline", center: true, stay: true });
});

// ---- Finding.
const query = $("query"), count = $("count");
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const texts = order.map((id) => {
  const row = places.get(id);
  const said = [wording(row), ...own(row).querySelectorAll("strong, small"), ...notes(row, false), ...notes(row, true)];
  return [id, plain([...said.map((element) => element.textContent), groupOf.get(id) ?? ""].join("\n"))];
});
let hits = [], at = -1;
const tell = () => {
  count.textContent = !hits.length ? (query.value.trim() ? words.none : "") : words.found.replace("{n}", at + 1).replace("{all}", hits.length);
  $("previous").disabled = $("next").disabled = !hits.length;
};
const light = (ids) => {
  hits = ids;
  const found = new Set(hits);
  for (const id of order) {
    pictures.get(id).classList.toggle("hit", found.has(id));
    places.get(id).classList.toggle("hit", found.has(id));
  }
  svg.classList.toggle("seeking", hits.length > 0);
  at = hits.length ? 0 : -1;
  tell();
  if (hits.length) select(hits[0]); else { hide(true); mark(); }
};
const press = (pressed) => {
  for (const { item } of groups.values()) item.querySelector(":scope > .title").setAttribute("aria-pressed", String(item === pressed));
};
const find = () => {
  const wanted = plain(query.value).split(/\s+/).filter(Boolean);
  press(null);
  light(wanted.length ? texts.filter(([, text]) => wanted.every((word) => text.includes(word))).map(([id]) => id) : []);
};
const turn = (by) => {
  if (!hits.length) return;
  at = (at + by + hits.length) % hits.length;
  tell();
  select(hits[at], { center: true });
};
query.addEventListener("input", find);
query.addEventListener("keydown", (event) => {
  if (event.key === "Enter") { event.preventDefault(); turn(event.shiftKey ? -1 : 1); }
  if (event.key === "Escape") { query.value = ""; find(); event.preventDefault(); event.stopPropagation(); }
});
$("groups")?.addEventListener("click", (event) => {
  const title = event.target.closest(".title"), id = event.target.closest("a")?.hash.slice(1);
  if (id && pictures.has(id)) {
    event.preventDefault();
    select(id, { from: "outline", center: true, stay: true });
  } else if (title) {
    const item = title.parentElement, isPressed = title.getAttribute("aria-pressed") === "true";
    const members = new Set([...item.querySelectorAll("a")].map((a) => a.hash.slice(1)));
    query.value = "";
    press(isPressed ? null : item);
    light(isPressed ? [] : order.filter((id) => members.has(id)));
  }
});
$("previous").addEventListener("click", () => turn(-1));
$("next").addEventListener("click", () => turn(1));
tell();

// ---- Keys.
const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const neighbour = (id, [dx, dy]) => {
  const from = box(pictures.get(id));
  let best = null, least = Infinity;
  for (const other of claims) {
    const g = pictures.get(other);
    if (other === id || g.classList.contains("gone")) continue;
    const to = box(g), x = to.x - from.x, y = to.y - from.y;
    const ahead = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (ahead > 4 && ahead + 2 * aside < least) { least = ahead + 2 * aside; best = other; }
  }
  return best;
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input")) return;
  const g = event.target.closest("#map [data-node]");
  const id = g?.dataset.node;
  const row = id && places.get(id);
  const acts = {
    "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), "0": () => go(whole(), true),
    "/": () => query.focus(),
    Escape: () => { const was = shownFor; hide(true); if (was && about.contains(document.activeElement)) pictures.get(was)?.focus(); },
  };
  if (g) {
    acts.Enter = acts[" "] = () => select(id, { focus: true, stay: true });
    if (row && row.dataset.node === id && branch(row)) acts.f = acts.F = () => fold(row, !branch(row).hidden);
    for (const [key, way] of Object.entries(arrows)) acts[key] = () => { const next = neighbour(id, way); if (next) select(next, { focus: true }); };
    acts.Home = () => select(order[0], { focus: true });
  }
  if (!acts[event.key]) return;
  event.preventDefault();
  acts[event.key]();
});
$("smaller").addEventListener("click", () => zoom(0.8));
$("larger").addEventListener("click", () => zoom(1.25));
$("whole").addEventListener("click", () => go(whole(), true));
$("print").addEventListener("click", () => window.print());

// ---- Light and dark, the outline beside, paper.
const night = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.shade || (night.matches ? "dark" : "light")) === "dark";
const tellShade = () => $("shade").setAttribute("aria-pressed", String(isDark()));
$("shade").addEventListener("click", () => { root.dataset.shade = isDark() ? "light" : "dark"; tellShade(); });
night.addEventListener("change", tellShade);
tellShade();
const tellSide = () => $("aside").setAttribute("aria-pressed", String(!document.body.classList.contains("narrow")));
$("aside").addEventListener("click", () => { document.body.classList.toggle("narrow"); tellSide(); });
tellSide();
addEventListener("beforeprint", () => svg.setAttribute("viewBox", all.join(" ")));
addEventListener("afterprint", draw);

const follow = () => { const id = location.hash.slice(1); if (pictures.has(id)) select(id, { center: true, stay: true }); };
addEventListener("hashchange", follow);
Object.assign(view, whole());
draw();
follow();
})();
