// The log follows what happens, and the print view prints. The pages work without it.

const EVERY = 3_000;
const log = document.querySelector("[data-log]");

/** Only the newest page follows: on an older one the reader would lose the place. */
if (log && log.dataset.newest !== "0") {
  setInterval(follow, EVERY);
}

async function follow() {
  if (document.hidden) return;
  const answer = await fetch(log.dataset.log).catch(() => null);
  if (!answer?.ok || (await answer.text()) === log.dataset.newest) return;
  const page = await fetch(location.href).catch(() => null);
  if (!page?.ok) return;
  const fresh = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("[data-log]");
  if (!fresh) return;
  const focus = log.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  log.replaceChildren(...fresh.childNodes);
  log.dataset.newest = fresh.dataset.newest;
  if (focus) log.querySelector(`a[href="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true });
}

const print = document.querySelector("[data-print]");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
