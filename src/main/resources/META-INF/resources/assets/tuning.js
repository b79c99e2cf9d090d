// The places of the threshold as a slider that says in words what each means. The radio buttons stay the form's value.
const places = [...document.querySelectorAll('.places input[name="floor"]')];
const panel = document.querySelector(".slider");
const slider = panel.querySelector("input");
const output = panel.querySelector("output");

function say(place) {
  const row = place.closest("tr");
  const words = [...row.querySelectorAll(".words")].map((part) => part.textContent);
  const text = `${row.querySelector("label").textContent.trim()}: ${words.join("; ")}`;
  output.textContent = text;
  slider.setAttribute("aria-valuetext", text);
}

function follow() {
  const chosen = Math.max(0, places.findIndex((place) => place.checked));
  slider.value = chosen;
  say(places[chosen]);
}

slider.min = 0;
slider.max = places.length - 1;
slider.addEventListener("input", () => {
  places[slider.value].checked = true;
  say(places[slider.value]);
});
places.forEach((place) => place.addEventListener("change", follow));
follow();
panel.hidden = false;
