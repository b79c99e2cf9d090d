// The first steps: suggests the browser's time zone, and shows the contacts as they are.
const zone = document.querySelector("[data-time-zone]");
if (zone && !zone.value) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";

const lines = [...document.querySelectorAll("[data-line]")];
const words = document.querySelector("[data-words]")?.dataset;

async function look() {
  const wanted = lines.map((line) => line.value).filter(Boolean);
  if (wanted.length && !document.hidden) {
    const query = new URLSearchParams(wanted.map((line) => ["line", line]));
    const answer = await fetch(`/admin/first-steps/lock/levels?${query}`, { headers: { Accept: "application/json" } }).catch(() => null);
    const states = new Map(answer?.ok ? (await answer.json()).map((level) => [level.line, level.state]) : []);
    lines.forEach((line) => show(line, states.get(line.value) ?? ""));
  } else {
    lines.forEach((line) => show(line, ""));
  }
  setTimeout(look, 500);
}

function show(line, state) {
  const level = line.parentElement.querySelector("[data-level]");
  const text = words[state] ?? state;
  if (level.textContent !== text) level.textContent = text;
  level.dataset.state = state;
}

if (lines.length) look();
