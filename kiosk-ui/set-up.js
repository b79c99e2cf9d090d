// This box's own screen before anybody can sign in: where to set the box up, and the token. Then the door.
import { loadWords } from "./words.js";

const ASK_AGAIN = 3_000;
const element = (id) => document.getElementById(id);
const { text } = await loadWords("en");

function show(offer) {
  const [first, ...others] = offer.addresses;
  element("headline").textContent = offer.token ? text("set-up") : text("offline");
  element("advice").textContent = offer.token ? text("set-up.open") : text("offline.advice");
  element("address").textContent = offer.token ? first : "";
  element("also").textContent = offer.token ? others.slice(0, 2).join("   ") : "";
  element("token-label").textContent = offer.token ? text("set-up.token") : "";
  element("code").textContent = offer.token ?? "";
}

async function step() {
  try {
    const answer = await fetch("set-up");
    const offer = answer.ok ? await answer.json() : { open: false };
    if (!offer.open) {
      location.reload();
      return;
    }
    show(offer);
  } catch {
    // The box restarts: what is shown may be wrong by now.
    show({ addresses: [] });
  }
  setTimeout(step, ASK_AGAIN);
}

step();
