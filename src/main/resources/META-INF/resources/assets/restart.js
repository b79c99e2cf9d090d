// Follows a restart: waits for an empty doorway, then for the program that has started again.
const box = document.querySelector("[data-run]");
const ASK_AGAIN = 1_000;
const parts = (name) => document.querySelectorAll(`[data-${name}]`);

function gone() {
  parts("waiting").forEach((part) => { part.hidden = true; });
  parts("under-way").forEach((part) => { part.hidden = false; });
}

async function step() {
  try {
    const answer = await fetch("/admin/restart/state", { headers: { Accept: "application/json" } });
    const now = answer.ok ? await answer.json() : null;
    if (now && now.run !== box.dataset.run) {
      location.href = box.dataset.next;
      return;
    }
    if (!answer.ok) gone();
  } catch {
    gone();
  }
  setTimeout(step, ASK_AGAIN);
}

if (parts("waiting").length) step();
