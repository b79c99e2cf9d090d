// The door screen: shows what the door's event stream says, and nothing that it does not.
// Address: ?lang=de chooses a language, ?sound=off and ?speech=on choose sound and spoken words.
import { pinPad } from "./pad.js";
import { loadWords } from "./words.js";
import { chime, speak } from "./voice.js";

const OFFLINE = { state: "offline" };
const OUT_OF_ORDER = { state: "out-of-order" };
// A start takes some twenty seconds; nobody should wait in the rain for much longer.
const PATIENCE = 60_000;
const SILENCE = 15_000;
const SETTINGS = 3_000;
const options = new URLSearchParams(location.search);
const element = (id) => document.getElementById(id);

const screen = await fetch("screen").then((answer) => (answer.ok ? answer.json() : {})).catch(() => ({}));
const { text } = await loadWords(screen.language ?? "en");
let shown = "";
let heard = "";
const pad = pinPad(element("pad"));

function headline(event) {
  if (event.state === "welcome" && event.name) return text("welcome.named", event);
  return (event.detail && text(`${event.state}.${event.detail}`)) || text(event.state);
}

// "Monday 08:00", or "08:00" for today; the door's clock, as the server sends it.
function moment(local) {
  const at = new Date(local);
  const inDays = (at - new Date()) / 86_400_000;
  const day = at.toDateString() === new Date().toDateString() ? {}
    : inDays < 6 ? { weekday: "long" } : { weekday: "short", day: "numeric", month: "long" };
  return new Intl.DateTimeFormat(document.documentElement.lang, { ...day, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
}

function advice(event) {
  return (
    (event.from && text(`${event.state}.${event.detail}.from`, { from: moment(event.from) })) ||
    (event.detail && text(`${event.state}.${event.detail}.advice`)) ||
    (event.advice && text(`advice.${event.advice}`)) ||
    text(`${event.state}.advice`)
  );
}

function icon(event) {
  if (event.state === "challenge") return event.detail;
  return ["camera", "out-of-order"].includes(event.state) ? "alarm" : event.state;
}

function show(event) {
  const key = JSON.stringify(event);
  if (key === shown) return;
  shown = key;
  // A lock that closes behind somebody changes the words, and is no news for the ears.
  const said = JSON.stringify({ ...event, detail: event.state === "welcome" ? "" : event.detail });
  const isNews = said !== heard;
  heard = said;
  document.body.dataset.state = event.state;
  element("icon").setAttribute("href", `icons.svg#${icon(event)}`);
  element("headline").textContent = headline(event);
  element("advice").textContent = advice(event);
  if (event.state === "pin") pad.open(event.ticket, text);
  else pad.close();
  if (!isNews) return;
  if (options.get("sound") !== "off") chime(event.state);
  if (options.get("speech") === "on" || event.state === "challenge" || event.state === "pin") {
    speak(`${headline(event)}. ${advice(event)}`, document.documentElement.lang);
  }
}

// A screen whose pairing was revoked is refused: its page shows a new code.
async function askWhetherWeMay() {
  const answer = await fetch("pairing").catch(() => null);
  if (answer?.ok && !(await answer.json()).paired) location.reload();
}

// Several scenes may have come while the browser was busy: only the newest is drawn.
let waiting = null;
function showSoon(event) {
  if (!waiting) requestAnimationFrame(() => { const newest = waiting; waiting = null; show(newest); });
  waiting = event;
}

function listen() {
  // The server tells the scene again every 5 s; one that says nothing for 15 s is as good as gone. EventSource reconnects by
  // itself unless it was refused.
  let lastNews = performance.now();
  let tried = lastNews;
  let stream;
  const connect = () => {
    tried = performance.now();
    stream = new EventSource("events");
    stream.addEventListener("door", (message) => {
      lastNews = performance.now();
      if (JSON.parse(message.data).state === "offline") return lost();
      known = lastNews;
      showSoon(JSON.parse(message.data));
    });
    stream.onerror = () => {
      lost();
      if (stream.readyState === EventSource.CLOSED) askWhetherWeMay();
    };
  };
  // "One moment" is true for a minute.
  let known = lastNews;
  const lost = () => showSoon(performance.now() - known < PATIENCE ? OFFLINE : OUT_OF_ORDER);
  connect();
  setInterval(() => {
    const now = performance.now();
    if (now - lastNews >= SILENCE) lost();
    if (now - Math.max(lastNews, tried) >= SILENCE || stream.readyState === EventSource.CLOSED && now - tried >= 2_000) {
      stream.close();
      connect();
    }
  }, 1_000);
}

function runClock() {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const tick = () => { element("clock").textContent = format.format(new Date()); };
  tick();
  setInterval(tick, 1_000);
}

element("help").textContent = screen.help ?? "";
if (screen.demo) {
  element("banner").hidden = false;
  const photoPasses = (screen.warnings ?? []).length > 0;
  element("banner").textContent = text("demo") + (photoPasses ? ` · ${text("demo.photo-passes")}` : "");
}
// What an admin changes is shown at once.
function followSettings() {
  const known = JSON.stringify(screen);
  setInterval(async () => {
    const answer = await fetch("screen").catch(() => null);
    if (answer?.ok && JSON.stringify(await answer.json()) !== known) location.reload();
  }, SETTINGS);
}

show(OFFLINE);
runClock();
listen();
followSettings();
