// A screen that Lintel does not know: shows a code until an admin has confirmed it, then the door.
import { loadWords } from "./words.js";

const ASK_AGAIN = 2_000;
const element = (id) => document.getElementById(id);
const { text } = await loadWords("en");

function show(code) {
  element("headline").textContent = code ? text("pairing") : text("pairing.wait");
  element("code").textContent = code ? `${code.slice(0, 3)} ${code.slice(3)}` : "";
  element("advice").textContent = code ? text("pairing.advice") : "";
}

async function ask(options) {
  const answer = await fetch("pairing", options);
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

async function step() {
  try {
    let now = await ask();
    if (!now.paired && !now.code) {
      now = await ask({ method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" });
    }
    if (now.paired) {
      location.reload();
      return;
    }
    show(now.code);
    setTimeout(step, ASK_AGAIN);
  } catch {
    show(null);
    setTimeout(step, 10 * ASK_AGAIN);
  }
}

show(null);
step();
