// While a job runs the page is fetched again every two seconds and its live part replaced; leaving the page stops nothing.
const shown = document.getElementById("live");

async function look() {
  if (!shown?.dataset.running || shown.dataset.running !== "true") return;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (answer.ok) {
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("live");
    if (fresh && fresh.dataset.running !== "true") {
      location.reload();
      return;
    }
    if (fresh) shown.replaceChildren(...fresh.childNodes);
  }
  setTimeout(look, 2000);
}

setTimeout(look, 2000);
