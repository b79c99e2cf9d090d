// Previews of chosen photos, dropping files, and the progress of an import. Everything works without it.

const TOO_LARGE = 20 * 1024 * 1024;
const ZIP_TOO_LARGE = 200 * 1024 * 1024;

for (const zone of document.querySelectorAll("[data-dropzone]")) {
  const input = zone.querySelector('input[type="file"]');
  const list = zone.querySelector(".previews");

  const show = () => {
    for (const picture of list.querySelectorAll("img")) URL.revokeObjectURL(picture.src);
    list.replaceChildren(...[...input.files].slice(0, 10).map(preview));
    input.setCustomValidity(problem([...input.files], input.multiple, zone.dataset));
    if (input.validationMessage) input.reportValidity();
  };

  input.addEventListener("change", show);
  for (const kind of ["dragenter", "dragover"]) {
    zone.addEventListener(kind, (event) => { event.preventDefault(); zone.classList.add("over"); });
  }
  for (const kind of ["dragleave", "drop"]) zone.addEventListener(kind, () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    input.files = event.dataTransfer.files;
    show();
  });
}

function preview(file) {
  const item = document.createElement("li");
  if (file.type.startsWith("image/") && file.size <= TOO_LARGE) {
    const picture = document.createElement("img");
    picture.alt = "";
    picture.src = URL.createObjectURL(file);
    picture.addEventListener("error", () => picture.remove());
    item.append(picture);
  }
  const name = document.createElement("bdi");
  name.textContent = file.name;
  item.append(name);
  return item;
}

function problem(files, photos, texts) {
  if (photos && files.length > 3) return texts.several;
  const large = files.find((file) => file.size > (photos ? TOO_LARGE : ZIP_TOO_LARGE));
  return large ? texts.large.replace("%s", large.name) : "";
}

const selection = document.querySelector("[data-selection]");
if (selection) {
  const button = selection.querySelector("[data-chosen]");
  const all = selection.querySelector("[data-tick-all]");
  const boxes = [...selection.querySelectorAll('input[name="person"]')];
  const words = button?.textContent;
  const count = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
    button.parentElement.classList.toggle("some", ticked > 0);
    button.textContent = ticked > 0 ? button.dataset.chosen.replace("%s", ticked) : words;
  };
  if (button) {
    all.hidden = false;
    all.addEventListener("change", () => { for (const box of boxes) box.checked = all.checked; count(); });
    selection.addEventListener("change", count);
    count();
  }
}

const job = document.querySelector("[data-import]");
if (job) {
  const ask = async () => {
    const answer = await fetch(`${job.dataset.import}/progress`).catch(() => null);
    if (!answer?.ok) return setTimeout(ask, 2000);
    const now = await answer.json();
    if (now.over) return location.reload();
    for (const field of ["people", "refused", "done"]) job.querySelector(`[data-${field}]`).textContent = now[field];
    job.querySelector("progress").value = now.percent;
    return setTimeout(ask, 700);
  };
  setTimeout(ask, 700);
}
