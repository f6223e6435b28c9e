// Shows the button that prints, which only a script can.
for (const button of document.querySelectorAll(".mu-print")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
