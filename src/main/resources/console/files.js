// @ts-check
/** Gives somebody a file that was made here. @param {string} name @param {string} text @param {string} [type] */
export function saveAs(name, text, type = "text/plain") {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
