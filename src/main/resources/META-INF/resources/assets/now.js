// The live part of the page of now: pictures with what recognition says about them, who comes, the door, the box.

const MOST_EVENTS = 6;
const figure = document.querySelector("[data-live]");
let image = figure.querySelector("img");
const boxes = figure.querySelector(".live-boxes");
const text = figure.querySelector(".live-text");
const events = document.querySelector("[data-events]");

let loading = false;

// What is shown is true as long as the box says something, which it does every two seconds.
const TRUSTED = 5_000;
const page = document.querySelector(".now");
const stale = document.querySelector("[data-stale]");
let heard = performance.now();
let boxTime = new Date().toTimeString().slice(0, 8);

function fresh() {
  heard = performance.now();
  if (page.classList.contains("stale")) {
    setStale(false);
  }
}

function setStale(isStale, isTold = isStale) {
  stale.hidden = !isTold;
  page.classList.toggle("stale", isStale);
  if (isStale) {
    stale.querySelector("span").textContent = stale.dataset.stale.replace("%s", boxTime);
    boxes.replaceChildren();
    text.textContent = "";
  }
  document.querySelectorAll(".door-orders button").forEach((button) => {
    button.disabled = isStale;
  });
}

setInterval(() => {
  if (!document.hidden && stale.hidden && performance.now() - heard >= TRUSTED) {
    setStale(true);
  }
}, 500);

const GAP = 4;
const overlap = (a, b) => a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

/** Puts a label where it neither leaves the picture nor covers what is there: above its face, below it, else wherever there is room. */
function place(label, face, taken) {
  const frame = boxes.getBoundingClientRect();
  const { width, height } = label.getBoundingClientRect();
  const inside = (left, top) => ({
    left: Math.max(0, Math.min(left, frame.width - width)),
    top: Math.max(0, Math.min(top, frame.height - height)),
    width,
    height,
  });
  const alignments = [face.left, face.left + face.width - width];
  const heights = [face.top - height - GAP, face.top + face.height + GAP, 0, frame.height - height];
  const places = heights.flatMap((top) => alignments.map((left) => inside(left, top)));
  const found = places.find((one) => !taken.some((other) => overlap(one, other))) ?? places[0];
  label.style.left = `${found.left}px`;
  label.style.top = `${found.top}px`;
  return found;
}

function draw(look) {
  text.textContent = look.text;
  const drawn = look.boxes.map((box) => {
    const face = document.createElement("div");
    face.className = `live-box ${box.style}`;
    face.style.left = `${box.x}%`;
    face.style.top = `${box.y}%`;
    face.style.width = `${box.width}%`;
    face.style.height = `${box.height}%`;
    const label = document.createElement("p");
    label.className = "live-label";
    const title = document.createElement("strong");
    title.textContent = box.title;
    label.append(title, box.text);
    return { face, label };
  });
  boxes.replaceChildren(...drawn.flatMap(({ face, label }) => [face, label]));
  const taken = drawn.map(({ face }) => ({ left: face.offsetLeft, top: face.offsetTop, width: face.offsetWidth, height: face.offsetHeight }));
  drawn.forEach(({ label }, i) => taken.push(place(label, taken[i], taken)));
}

// A slow line leaves pictures out; it never queues them. A picture takes the last one's place when it has come, so that one that is
// gone by the time it is asked for leaves the last one standing.
function show(look) {
  if (loading) {
    return;
  }
  loading = true;
  const next = image.cloneNode();
  next.onload = () => {
    loading = false;
    image.replaceWith(next);
    image = next;
    draw(look);
  };
  next.onerror = () => {
    loading = false;
  };
  next.src = figure.dataset.picture + look.picture;
}

function element(html) {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  return template.content;
}

// Somebody who is about to press a button must not lose it to news that say the same.
function replace(name, html) {
  const place = document.querySelector(`[data-fragment="${name}"]`);
  if (place.dataset.last === html) {
    return;
  }
  place.dataset.last = html;
  const focused = place.contains(document.activeElement) ? document.activeElement.form?.getAttribute("action") : null;
  place.replaceChildren(element(html));
  if (focused) {
    place.querySelector(`form[action="${focused}"] button`)?.focus();
  }
}

function happened(html) {
  events.prepend(element(html));
  while (events.children.length > MOST_EVENTS) {
    events.lastElementChild.remove();
  }
  document.querySelector("[data-none]").hidden = true;
}

let source;
let newest = figure.dataset.since;

function connect() {
  source?.close();
  if (document.hidden) return;
  source = new EventSource(`${figure.dataset.live}?since=${newest}`);
  const on = (name, use) => source.addEventListener(name, (event) => {
    fresh();
    newest = event.lastEventId || newest;
    use(JSON.parse(event.data));
  });
  on("beat", (news) => {
    boxTime = news.time;
  });
  on("look", show);
  on("door", (news) => replace("door", news.html));
  on("parts", (news) => replace("parts", news.html));
  on("event", (news) => happened(news.html));
  source.onopen = () => {
    figure.classList.add("on");
    figure.querySelector(".live-reload").hidden = true;
  };
  source.onerror = () => {
    figure.classList.remove("on");
    boxes.replaceChildren();
    text.textContent = stale.hidden ? figure.dataset.interrupted : "";
    // The browser tries again by itself unless it was refused, for example because too many watch.
    if (source.readyState === EventSource.CLOSED) {
      figure.querySelector(".live-reload").hidden = false;
      setTimeout(connect, 10000);
    }
  };
}

// A browser has six connections for a box without TLS: pages in the background give theirs back.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    source?.close();
    setStale(true, false);
  } else {
    heard = performance.now();
    connect();
  }
});
addEventListener("pagehide", () => source?.close());
addEventListener("pageshow", (event) => event.persisted && connect());

connect();
