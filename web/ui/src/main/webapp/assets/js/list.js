// Reads a chosen file into a field of the page; it is sent with the form and never as a file.
for (const chooser of document.querySelectorAll("input[type=file][data-into]")) {
  chooser.addEventListener("change", async () => {
    const file = chooser.files[0];
    if (file) {
      document.getElementById(chooser.dataset.into).value = await file.text();
      chooser.value = "";
    }
  });
}
