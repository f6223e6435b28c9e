// Keeps the board as it is now. Without it the page is as it was when it was asked for, and says so.
const board = document.getElementById("board");
const live = document.getElementById("live");
const STALE_AFTER = 20000;
let lastBeat = Date.now();

const timeOf = (millis) => new Date(millis).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

function say(text, isLive) {
  const words = live.querySelector(".mu-live__text");
  if (words.textContent !== text) {
    words.textContent = text;
  }
  live.classList.toggle("mu-live--on", isLive);
  live.classList.toggle("mu-live--off", !isLive);
}

function beat() {
  lastBeat = Date.now();
  say("Live", true);
}

// Whoever is typing, or has opened something, is not interrupted: the board waits for them.
const isBusy = () => {
  const content = document.getElementById("board-content");
  return content.contains(document.activeElement) && document.activeElement.matches("input, select, textarea, button")
    || content.querySelector("details[open]") !== null;
};

async function renew() {
  if (isBusy()) {
    setTimeout(renew, 2000);
    return;
  }
  const answer = await fetch(window.location.pathname, { headers: { Accept: "text/html" }, redirect: "error" });
  if (!answer.ok) {
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("board-content");
  if (fresh) {
    document.getElementById("board-content").replaceWith(fresh);
    beat();
  }
}

const changes = new EventSource(board.dataset.changes);
changes.addEventListener("beat", beat);
changes.addEventListener("changed", () => renew().catch(() => undefined));
setInterval(() => {
  if (Date.now() - lastBeat > STALE_AFTER) {
    say("Not live since " + timeOf(lastBeat) + ". Reload the page to see what changed.", false);
  }
}, 1000);
