// One more period without asking the server: copies the last row, empty.
const form = document.querySelector(".schedule-form");
const periods = form.querySelector(".periods");

form.querySelector('[name="more"]').addEventListener("click", (event) => {
  const last = periods.lastElementChild;
  const number = periods.children.length;
  if (!last || number >= 50) {
    return;
  }
  event.preventDefault();
  const row = last.cloneNode(true);
  row.querySelector("legend").textContent = periods.dataset.period.replace("%s", number + 1);
  for (const input of row.querySelectorAll("input")) {
    input.name = input.name.replace(/-\d+$/, `-${number}`);
    if (input.type === "checkbox") {
      input.checked = false;
    } else {
      input.value = "";
    }
  }
  periods.append(row);
  row.querySelector("input").focus();
});
