// The words of the screen's language: ?lang=de, else the browser's, else the one that the box is set to.
export async function loadWords(fallback) {
  const asked = new URLSearchParams(location.search).get("lang");
  for (const language of [asked, ...navigator.languages.map((tag) => tag.slice(0, 2)), fallback]) {
    if (!/^[a-z]{2}$/.test(language ?? "")) continue;
    const answer = await patiently(`languages/${language}.json`);
    if (!answer.ok) continue;
    const words = await answer.json();
    document.documentElement.lang = language;
    return {
      text: (key, values = {}) => (words[key] ?? "").replace(/\{(\w+)\}/g, (_, name) => values[name] ?? ""),
    };
  }
  return { text: () => "" };
}

// A box that restarts while the page loads must not leave a screen without words for ever.
async function patiently(file) {
  for (;;) {
    try {
      return await fetch(file);
    } catch {
      await new Promise((again) => setTimeout(again, 1000));
    }
  }
}
