// Sends one file as the body of one request, tells how far it has come, and can be stopped. Nothing is kept in the browser.
const token = document.querySelector("meta[name=tillit-token]")?.content ?? "";
const language = document.documentElement.lang;

for (const box of document.querySelectorAll(".upload")) {
  setUp(box);
}

function setUp(box) {
  const part = (name) => box.querySelector(`[data-part=${name}]`);
  const words = part("words").dataset;
  let request = null;
  let started = 0;
  let said = 0;
  let waiting = [];
  let before = 0;
  let total = 0;

  part("file").multiple = box.dataset.multiple === "true";

  box.querySelector(".noscript").hidden = true;
  part("send").addEventListener("click", send);
  part("cancel").addEventListener("click", () => request?.abort());
  addEventListener("beforeunload", (event) => {
    if (request) event.preventDefault();
  });

  function send() {
    waiting = [...part("file").files];
    if (waiting.length === 0) {
      return fail(words.choose);
    }
    before = 0;
    total = waiting.reduce((sum, file) => sum + file.size, 0);
    part("error").hidden = true;
    busy(true);
    started = performance.now();
    next();
  }

  function next() {
    const file = waiting.shift();
    request = new XMLHttpRequest();
    const query = new URLSearchParams({ kind: box.dataset.kind, owner: box.dataset.owner, type: part("type").value });
    request.open("POST", `/upload?${query}`);
    request.setRequestHeader("X-Tillit-Token", token);
    request.setRequestHeader("X-Tillit-Filename", encodeURIComponent(file.name));
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.addEventListener("progress", (event) => progress(before + Math.min(event.loaded, file.size)));
    request.addEventListener("load", () => done(request.status, request.responseText, file));
    request.addEventListener("error", () => stop(words.broken));
    request.addEventListener("abort", () => stop(words.cancelled));
    request.send(file);
  }

  function progress(loaded) {
    const seconds = (performance.now() - started) / 1000;
    const left = loaded > 0 ? Math.ceil(((total - loaded) * seconds) / loaded) : 0;
    part("bar").max = Math.max(total, 1);
    part("bar").value = loaded;
    const text = loaded < total
      ? words.left.replace("{0}", size(loaded)).replace("{1}", size(total)).replace("{2}", duration(left))
      : words.finishing;
    part("text").textContent = text;
    if (performance.now() - said > 5000 || loaded === total) {
      said = performance.now();
      part("live").textContent = text;
    }
  }

  function done(status, body, file) {
    request = null;
    before += file.size;
    if (status >= 200 && status < 300 && waiting.length > 0) {
      return next();
    }
    if (status >= 200 && status < 300) {
      part("live").textContent = words.sent;
      location.assign(box.dataset.back);
      return;
    }
    busy(false);
    const reason = problem(body) ?? words.broken;
    fail(part("file").files.length > 1 ? `${file.name}: ${reason}` : reason);
  }

  function stop(text) {
    request = null;
    busy(false);
    fail(text);
  }

  function fail(text) {
    part("error-text").textContent = text;
    part("error").hidden = false;
    part("error").focus();
  }

  function busy(now) {
    part("progress").hidden = !now;
    part("cancel").hidden = !now;
    part("send").hidden = now;
    part("file").disabled = now;
    if (now) part("cancel").focus();
  }
}

function problem(body) {
  try {
    return JSON.parse(body).detail ?? null;
  } catch {
    return null;
  }
}

function size(bytes) {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  let unit = 0;
  while (bytes >= 1000 && unit < units.length - 1) {
    bytes /= 1000;
    unit++;
  }
  return new Intl.NumberFormat(language, { style: "unit", unit: units[unit], maximumFractionDigits: unit > 0 && bytes < 10 ? 1 : 0 }).format(bytes);
}

function duration(seconds) {
  const unit = seconds < 90 ? "second" : "minute";
  const amount = unit === "second" ? seconds : Math.ceil(seconds / 60);
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(amount);
}
