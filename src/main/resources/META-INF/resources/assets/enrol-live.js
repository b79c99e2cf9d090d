// The live view of a guided enrolment: asks for the state four times a second and shows the picture that belongs to it.

const box = document.querySelector("[data-live]");
const find = (selector) => box.querySelector(selector);
const picture = find(".live-frame img");
const advice = find(".live-advice");
let spoken = advice.textContent;
let failures = 0;

async function turn() {
  const answer = await fetch(`${box.dataset.live}/state`).catch(() => null);
  if (answer?.status === 404) return location.reload();
  if (!answer?.ok) {
    failures += 1;
    if (failures === 4) say(box.dataset.lost);
    return setTimeout(turn, 1000);
  }
  failures = 0;
  const state = await answer.json();
  if (state.over) return location.reload();
  show(state);
  await nextPicture();
  return setTimeout(turn, 250);
}

function show(state) {
  say(state.advice);
  find(".live-remedy").textContent = state.remedy;
  find("progress").value = state.percent;
  find("[data-confirm-box]").hidden = !state.mayConfirm;
  for (const pose of ["front", "left", "right"]) {
    const done = state.poses.includes(pose);
    find(`.arc.${pose}`).classList.toggle("done", done);
    find(`[data-pose="${pose}"]`).classList.toggle("done", done);
  }
}

// Said again only when it changes: a screen reader would repeat it.
function say(text) {
  if (text !== spoken) {
    spoken = text;
    advice.textContent = text;
  }
}

async function nextPicture() {
  const answer = await fetch(`${box.dataset.live}/picture`).catch(() => null);
  if (answer?.status !== 200) return;
  const address = URL.createObjectURL(await answer.blob());
  const before = picture.src;
  picture.src = address;
  if (before.startsWith("blob:")) URL.revokeObjectURL(before);
}

if (picture) turn();
