// A consent on the screen: one thing at a time, read aloud when asked for, signed with finger or mouse. Everything stays in
// the browser until the last button; leaving keeps nothing.
const form = document.getElementById("form");
if (form) {
  const steps = [...form.querySelectorAll("[data-step]")];
  const [back, next, listen] = ["back", "next", "listen"].map((id) => document.getElementById(id));
  const progress = document.getElementById("progress");
  let at = 0;

  const question = (step) => step.querySelector("input[type=radio]:checked");
  const isAnswered = (step) => step.dataset.step !== "question" || question(step);

  function show(index, moveFocus = true) {
    at = Math.max(0, Math.min(index, steps.length - 1));
    window.speechSynthesis?.cancel();
    listen.textContent = form.dataset.listen;
    steps.forEach((step, i) => (step.hidden = i !== at));
    back.hidden = at === 0;
    next.hidden = at === steps.length - 1;
    progress.textContent = form.dataset.stepOf.replace("{0}", at + 1).replace("{1}", steps.length);
    if (steps[at].dataset.step === "summary") summarise();
    listen.hidden = !("speechSynthesis" in window) || !steps[at].querySelector("[data-speak]");
    if (moveFocus) steps[at].querySelector("h2").focus();
  }

  function forward() {
    const step = steps[at];
    if (!isAnswered(step)) {
      step.querySelector("[data-error]").textContent = form.dataset.unanswered;
      step.querySelector("input[type=radio]").focus();
      return;
    }
    show(at + 1);
  }

  function summarise() {
    const list = document.getElementById("summary");
    list.replaceChildren();
    steps.forEach((step, i) => {
      if (step.dataset.step !== "question") return;
      const words = step.querySelector("h2").textContent;
      const term = document.createElement("dt");
      term.textContent = words;
      const said = document.createElement("dd");
      const answer = document.createElement("strong");
      answer.textContent = question(step) ? form.querySelector(`label[for="${CSS.escape(question(step).id)}"]`).textContent : "–";
      const change = document.createElement("button");
      change.type = "button";
      change.className = "linklike";
      change.textContent = list.dataset.change;
      change.setAttribute("aria-label", `${list.dataset.change}: ${words}`);
      change.addEventListener("click", () => show(i));
      said.append(answer, " ", change);
      list.append(term, said);
    });
  }

  form.addEventListener("change", (event) => {
    const step = event.target.closest("[data-step=question]");
    if (step) step.querySelector("[data-error]").textContent = "";
  });
  next.addEventListener("click", forward);
  back.addEventListener("click", () => show(at - 1));
  // Enter goes on, and sends only from the last step.
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input") && at < steps.length - 1) {
      event.preventDefault();
      forward();
    }
  });

  // Read aloud, by the browser itself and in the page's language.
  listen.addEventListener("click", () => {
    if (speechSynthesis.speaking) {
      speechSynthesis.cancel();
      listen.textContent = form.dataset.listen;
      return;
    }
    const texts = [...steps[at].querySelectorAll("[data-speak]")].map((part) => part.textContent.replace(/\s+/g, " ").trim());
    texts.filter(Boolean).forEach((text, i, all) => {
      const words = new SpeechSynthesisUtterance(text);
      words.lang = document.documentElement.lang === "en" ? "en-GB" : "nb-NO";
      words.rate = 0.9;
      if (i === all.length - 1) words.onend = () => (listen.textContent = form.dataset.listen);
      speechSynthesis.speak(words);
    });
    listen.textContent = form.dataset.stop;
  });
  addEventListener("pagehide", () => window.speechSynthesis?.cancel());

  // The signature: lines on a field of 1000 by 400. What is sent is the lines, not a picture.
  const canvas = document.getElementById("ink");
  const sent = document.getElementById("strokes");
  const pen = canvas.getContext("2d");
  let strokes = [];
  let drawing = null;

  function redraw() {
    pen.clearRect(0, 0, 1000, 400);
    pen.lineWidth = 6;
    pen.lineCap = pen.lineJoin = "round";
    pen.strokeStyle = "#1e2b3c";
    for (const stroke of strokes) {
      pen.beginPath();
      stroke.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)));
      pen.stroke();
    }
    sent.value = strokes.map((stroke) => stroke.map(([x, y]) => `${x},${y}`).join(" ")).join(";");
  }
  const point = (event) => {
    const box = canvas.getBoundingClientRect();
    const to = (value, size, most) => Math.max(0, Math.min(most, Math.round((value / size) * most)));
    return [to(event.clientX - box.left, box.width, 1000), to(event.clientY - box.top, box.height, 400)];
  };
  canvas.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    drawing = [point(event)];
    strokes.push(drawing);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!drawing || sent.value.length > 50000) return;
    const [x, y] = point(event);
    const [lastX, lastY] = drawing[drawing.length - 1];
    if (Math.abs(x - lastX) + Math.abs(y - lastY) < 3) return;
    drawing.push([x, y]);
    redraw();
  });
  for (const end of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(end, () => {
      drawing = null;
      redraw();
    });
  }
  document.getElementById("wipe").addEventListener("click", () => {
    strokes = [];
    redraw();
  });

  // With finger or mouse, or without drawing.
  const ways = [...form.querySelectorAll("input[name=signing]")];
  function choose() {
    const drawn = ways.find((way) => way.checked)?.value !== "without";
    document.getElementById("drawing").hidden = !drawn;
    document.getElementById("witnessed").hidden = drawn;
  }
  ways.forEach((way) => way.addEventListener("change", choose));
  choose();

  strokes = sent.value ? sent.value.split(";").map((stroke) => stroke.split(" ").map((p) => p.split(",").map(Number))) : [];
  redraw();
  form.hidden = false;
  // After a refusal, to what stands open, or else to the signature.
  const open = steps.findIndex((step) => !isAnswered(step));
  show(form.dataset.failed !== "true" ? 0 : open < 0 ? steps.length - 1 : open, false);
}
