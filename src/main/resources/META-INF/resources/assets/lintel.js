// What every page may use. Pages work without it.

/** The token that every state-changing request must carry. */
export const csrf = () => document.querySelector('meta[name="csrf"]').content;

/** Sends a request that changes something. Resolves with the answer; an error answer rejects with its words. */
export async function send(method, url, body) {
  const json = body !== undefined && !(body instanceof FormData);
  const once = () => fetch(url, {
    method,
    headers: { "X-CSRF-Token": csrf(), Accept: "application/json", ...(json ? { "Content-Type": "application/json" } : {}) },
    body: json ? JSON.stringify(body) : body,
  });
  let answer = await once();
  if ((answer.status === 401 || answer.status === 403) && (await isSignedIn()) && renewed) answer = await once();
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({ detail: answer.statusText, remedy: "" }));
    throw Object.assign(new Error(problem.detail ?? answer.statusText), { remedy: problem.remedy ?? "", status: answer.status });
  }
  return answer;
}

/** Says something in the corner for a while. @param style good, warning or bad */
export function toast(text, style = "good") {
  let corner = document.querySelector(".toasts");
  if (!corner) {
    corner = document.createElement("div");
    corner.className = "toasts";
    corner.setAttribute("role", "status");
    document.body.append(corner);
  }
  const note = document.createElement("p");
  note.className = `notice ${style}`;
  note.textContent = text;
  corner.append(note);
  setTimeout(() => note.remove(), style === "bad" ? 12000 : 6000);
}

let renewed = false;

/**
 * Whether this browser is still signed in; says so where it is not. Whoever has signed in anew, in another window, has a new token: the page's forms get it.
 */
async function isSignedIn() {
  const answer = await fetch("/admin/me", { cache: "no-store", signal: AbortSignal.timeout(3000) }).catch(() => null);
  if (!answer?.ok) return true; // the box does not answer: the browser says so better than we could
  if (new URL(answer.url).pathname === "/admin/login") {
    tellSignedOut();
    return false;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const token = page.querySelector('meta[name="csrf"]')?.content;
  renewed = Boolean(token) && token !== csrf();
  if (renewed) {
    document.querySelector('meta[name="csrf"]').content = token;
    for (const field of document.querySelectorAll('input[name="csrf"]')) field.value = token;
  }
  return true;
}

function tellSignedOut() {
  const told = document.querySelector("#signed-out");
  if (told && !told.open) told.showModal();
}

// A form of a page that has been open for a while is sent only while its sender is signed in: what was typed, and the photos that were chosen, would be
// lost otherwise.
const OPEN_FOR_A_WHILE = 60_000;
const opened = Date.now();
const asking = new WeakSet();
const sendable = new WeakSet();
document.addEventListener("submit", async (event) => {
  const form = event.target;
  const typed = form.closest("#main") !== null && form.method === "post" && document.body.classList.contains("framed");
  if (event.defaultPrevented || !typed || Date.now() - opened < OPEN_FOR_A_WHILE || sendable.delete(form)) return;
  event.preventDefault();
  if (asking.has(form)) return; // a double click
  asking.add(form);
  const signedIn = await isSignedIn();
  asking.delete(form);
  if (signedIn) {
    sendable.add(form);
    form.requestSubmit(event.submitter);
  }
});

// On a phone the menu is a strip: the area that is shown comes into sight.
const area = document.querySelector(".menu [aria-current]");
if (area && area.offsetTop < area.offsetHeight) area.closest(".menu").scrollLeft = area.offsetLeft - (innerWidth - area.offsetWidth) / 2;

// A form with data-confirm asks before it is sent.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
  if (question && !window.confirm(question)) {
    event.preventDefault();
  }
});

// A select or checkbox with data-submit sends its form at once.
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submit]")) {
    event.target.form.requestSubmit();
  }
});
