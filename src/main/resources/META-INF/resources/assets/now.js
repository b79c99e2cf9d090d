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
  if (!stale.hidden) {
    setStale(false);
  }
}

function setStale(isStale) {
  stale.hidden = !isStale;
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
  if (stale.hidden && performance.now() - heard >= TRUSTED) {
    setStale(true);
  }
}, 500);

// Labels of people who stand side by side would cover each other: every other one goes below.
function side(box, all) {
  const near = all.slice(0, all.indexOf(box)).filter((other) => Math.abs(other.x - box.x) < 45 && Math.abs(other.y - box.y) < 20);
  return (box.y > 24) === (near.length % 2 === 0) ? "above" : "below";
}

function draw(look) {
  text.textContent = look.text;
  boxes.replaceChildren(
    ...look.boxes.map((box) => {
      const element = document.createElement("div");
      element.className = `live-box ${box.style}`;
      element.style.left = `${box.x}%`;
      element.style.top = `${box.y}%`;
      element.style.width = `${box.width}%`;
      element.style.height = `${box.height}%`;
      const label = document.createElement("p");
      label.className = side(box, look.boxes) + (box.x + box.width / 2 > 50 ? " leftwards" : "");
      const title = document.createElement("strong");
      title.textContent = box.title;
      label.append(title, box.text);
      element.append(label);
      return element;
    }),
  );
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

function connect() {
  const source = new EventSource(figure.dataset.live);
  const on = (name, use) => source.addEventListener(name, (event) => {
    fresh();
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
  addEventListener("pagehide", () => source.close(), { once: true });
}

connect();
