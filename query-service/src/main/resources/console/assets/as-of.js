// Makes a slider of the instants at which a register changed. Without it they are a list and a button.
const form = document.getElementById("as-of");
if (form) {
  const list = form.querySelector("select");
  const options = Array.from(list.options);
  const moments = options.slice(1).concat(options.slice(0, 1));
  const slider = document.createElement("input");
  slider.type = "range";
  slider.id = "as-of-slider";
  slider.min = "0";
  slider.max = String(moments.length - 1);
  slider.value = String(moments.indexOf(options[list.selectedIndex]));
  slider.className = "mu-as-of__slider";
  const shown = document.createElement("output");
  shown.className = "mu-as-of__shown";
  shown.htmlFor = "as-of-slider";
  const name = () => moments[Number(slider.value)].textContent;
  const say = () => {
    shown.textContent = name();
    slider.setAttribute("aria-valuetext", name());
  };
  const label = form.querySelector("label");
  label.htmlFor = slider.id;
  list.hidden = true;
  form.querySelector("button").hidden = true;
  list.after(slider, shown);
  say();

  const redraw = async () => {
    const instant = moments[Number(slider.value)].value;
    const query = new URLSearchParams(new FormData(form));
    if (instant) {
      query.set("asOf", instant);
    } else {
      query.delete("asOf");
    }
    const address = window.location.pathname + (query.size > 0 ? "?" + query : "");
    const answer = await fetch(address, { headers: { Accept: "text/html" }, redirect: "error" });
    if (answer.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("register");
      document.getElementById("register").replaceWith(fresh);
      window.history.replaceState(null, "", address);
    }
  };
  let waiting = 0;
  slider.addEventListener("input", () => {
    say();
    clearTimeout(waiting);
    waiting = setTimeout(() => redraw().catch(() => undefined), 150);
  });
}
