// The status page follows by itself until the last word is in.
(function () {
  'use strict';
  const first = document.getElementById('standing');
  if (!first || first.dataset.last === 'true') {
    return;
  }
  const until = Date.now() + 60 * 60 * 1000;
  let pause = 2000;

  function later() {
    if (Date.now() < until) {
      setTimeout(look, pause);
      pause = Math.min(pause * 1.15, 15000);
    }
  }

  async function look() {
    const shown = document.getElementById('standing');
    if (document.hidden) {
      later();
      return;
    }
    try {
      const answer = await fetch(shown.dataset.now, {headers: {Accept: 'application/json'}});
      if (answer.status === 401 || answer.status === 404) {
        return;
      }
      const now = await answer.json();
      if (now.standing !== shown.dataset.standing) {
        const page = await fetch(window.location.href, {headers: {Accept: 'text/html'}});
        const fresh = new DOMParser().parseFromString(await page.text(), 'text/html');
        const part = fresh.getElementById('standing');
        if (part) {
          // The live region itself stays, so that the change is read out.
          shown.replaceChildren(...part.childNodes);
          Object.assign(shown.dataset, part.dataset);
          document.title = fresh.title;
        }
      }
      if (now.last) {
        return;
      }
    } catch (offline) {
      // Asks again.
    }
    later();
  }

  later();
})();
