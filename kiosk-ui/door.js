// The door screen: shows what the door's event stream says, and nothing that it does not.
// Address: ?lang=de chooses a language, ?sound=off and ?speech=on choose sound and spoken words.
import { pinPad } from "./pad.js";
import { chime, speak } from "./voice.js";

const OFFLINE = { state: "offline" };
const options = new URLSearchParams(location.search);
const element = (id) => document.getElementById(id);

let words = {};
let shown = "";
const pad = pinPad(element("pad"));

const text = (key, values = {}) =>
  (words[key] ?? "").replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

function headline(event) {
  if (event.state === "welcome" && event.name) return text("welcome.named", event);
  return (event.detail && text(`${event.state}.${event.detail}`)) || text(event.state);
}

function advice(event) {
  return (
    (event.detail && text(`${event.state}.${event.detail}.advice`)) ||
    (event.advice && text(`advice.${event.advice}`)) ||
    text(`${event.state}.advice`)
  );
}

function icon(event) {
  if (event.state === "challenge") return event.detail;
  return event.state === "camera" ? "alarm" : event.state;
}

function show(event) {
  const key = JSON.stringify(event);
  if (key === shown) return;
  shown = key;
  document.body.dataset.state = event.state;
  element("icon").setAttribute("href", `icons.svg#${icon(event)}`);
  element("headline").textContent = headline(event);
  element("advice").textContent = advice(event);
  if (event.state === "pin") pad.open(event.ticket, text);
  else pad.close();
  if (options.get("sound") !== "off") chime(event.state);
  if (options.get("speech") === "on" || event.state === "challenge" || event.state === "pin") {
    speak(`${headline(event)}. ${advice(event)}`, document.documentElement.lang);
  }
}

async function loadLanguage(fallback) {
  const wanted = [options.get("lang"), ...navigator.languages.map((tag) => tag.slice(0, 2)), fallback];
  for (const language of wanted) {
    if (!/^[a-z]{2}$/.test(language ?? "")) continue;
    const answer = await fetch(`languages/${language}.json`);
    if (!answer.ok) continue;
    words = await answer.json();
    document.documentElement.lang = language;
    return;
  }
}

function listen() {
  // EventSource reconnects by itself; a server that says nothing for 15 s (it sends a beat each 5 s) is as good as gone.
  let lastBeat = performance.now();
  let stream = new EventSource("events");
  const heard = () => { lastBeat = performance.now(); };
  const attach = () => {
    stream.addEventListener("beat", heard);
    stream.addEventListener("door", (message) => { heard(); show(JSON.parse(message.data)); });
    stream.onerror = () => {
      show(OFFLINE);
      if (stream.readyState === EventSource.CLOSED) lastBeat = -Infinity;
    };
  };
  attach();
  setInterval(() => {
    if (performance.now() - lastBeat < 15_000) return;
    lastBeat = performance.now();
    show(OFFLINE);
    stream.close();
    stream = new EventSource("events");
    attach();
  }, 2_000);
}

function runClock() {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  const tick = () => { element("clock").textContent = format.format(new Date()); };
  tick();
  setInterval(tick, 1_000);
}

const screen = await fetch("screen").then((answer) => answer.json()).catch(() => ({}));
await loadLanguage(screen.language ?? "en");
element("help").textContent = screen.help ?? "";
if (screen.demo) {
  element("banner").hidden = false;
  const photoPasses = (screen.warnings ?? []).length > 0;
  element("banner").textContent = text("demo") + (photoPasses ? ` · ${text("demo.photo-passes")}` : "");
}
show(OFFLINE);
runClock();
listen();
