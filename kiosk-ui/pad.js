// The PIN pad: large keys, a keyboard works too. What was typed goes to the door with the ticket of this try and is forgotten.
const LONGEST = 10;
const SHORTEST = 4;

export function pinPad(box) {
  let ticket = null;
  let typed = "";
  const dots = document.createElement("p");
  dots.className = "dots";
  dots.setAttribute("aria-hidden", "true");
  const keys = document.createElement("div");
  keys.className = "keys";
  box.append(dots, keys);
  const buttons = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "delete", "0", "send"].map((name) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.key = name;
    button.textContent = name;
    button.addEventListener("click", () => press(name));
    keys.append(button);
    return button;
  });

  function draw() {
    dots.textContent = "\u25cf".repeat(typed.length) + "\u25cb".repeat(Math.max(0, SHORTEST - typed.length));
    buttons.forEach((button) => {
      button.disabled = !ticket || (button.dataset.key === "send" && typed.length < SHORTEST);
    });
  }

  function press(name) {
    if (!ticket) return;
    if (name === "delete") typed = typed.slice(0, -1);
    else if (name === "send") send();
    else if (typed.length < LONGEST) typed += name;
    draw();
  }

  function send() {
    if (typed.length < SHORTEST) return;
    const body = JSON.stringify({ ticket, pin: typed });
    typed = "";
    ticket = null;
    fetch("pin", { method: "POST", headers: { "Content-Type": "application/json" }, body }).catch(() => {});
  }

  document.addEventListener("keydown", (event) => {
    if (box.hidden) return;
    if (/^[0-9]$/.test(event.key)) press(event.key);
    else if (event.key === "Backspace") press("delete");
    else if (event.key === "Enter") { event.preventDefault(); press("send"); }
  });

  return {
    open(next, text) {
      ticket = next;
      typed = "";
      box.hidden = false;
      buttons.forEach((button) => {
        const name = button.dataset.key;
        if (name === "delete") { button.textContent = "\u232b"; button.setAttribute("aria-label", text("pin.delete")); }
        if (name === "send") button.textContent = text("pin.send");
      });
      draw();
    },
    close() {
      ticket = null;
      typed = "";
      box.hidden = true;
    },
  };
}
