// What every page may use. Pages work without it.

/** The token that every state-changing request must carry. */
export const csrf = () => document.querySelector('meta[name="csrf"]').content;

/** Sends a request that changes something. Resolves with the answer; an error answer rejects with its words. */
export async function send(method, url, body) {
  const json = body !== undefined && !(body instanceof FormData);
  const answer = await fetch(url, {
    method,
    headers: { "X-CSRF-Token": csrf(), Accept: "application/json", ...(json ? { "Content-Type": "application/json" } : {}) },
    body: json ? JSON.stringify(body) : body,
  });
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

// A form with data-confirm asks before it is sent.
document.addEventListener("submit", (event) => {
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
