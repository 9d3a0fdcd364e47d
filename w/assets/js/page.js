// Small help on every page: the focus goes to what went wrong, or to what was just done; a form is sent once.
const told = document.getElementById("feil") ?? document.querySelector(".notice");
told?.focus();

for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = "true";
  });
}
// Coming back with the browser's own button must leave the form usable.
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));
