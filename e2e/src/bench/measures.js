// Runs in the page: how long what a reader does takes, until it is painted. Milliseconds.

(() => {
  const LIST = "[role=listbox].items";
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // What a frame changes is on the screen once the next task runs after it.
  const painted = async () => {
    await frame();
    await new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(null);
    });
  };
  /** Waits until it is so, looking whenever the page changes. */
  const until = (isSo) =>
    new Promise((resolve, reject) => {
      if (isSo()) return resolve();
      const observer = new MutationObserver(() => {
        if (!isSo()) return;
        observer.disconnect();
        clearTimeout(late);
        resolve();
      });
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      const late = setTimeout(() => reject(new Error(`never so: ${isSo}`)), 10_000);
    });
  const timed = async (act, isDone) => {
    await frame();
    const start = performance.now();
    act();
    await until(isDone);
    await painted();
    return performance.now() - start;
  };
  // A line that was chosen is brought into view and focused in the frames that follow.
  const settled = () => new Promise((resolve) => setTimeout(resolve, 200));
  const box = () => document.querySelector(LIST);
  const said = () => document.querySelector(".read")?.textContent;
  const option = (index) => box().querySelector(`[data-index="${index}"]`);
  const current = () => box().querySelector('[aria-selected="true"]');
  const press = (element, key) =>
    element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  const field = () => document.querySelector(".field input");
  const type = (words) => {
    field().value = words;
    field().dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  const isSearched = (words) => () =>
    (document.querySelector("[data-searched]")?.dataset.searched ?? "") === words;
  const height = () => option(Number(current().dataset.index)).offsetHeight;

  async function choose(act) {
    const before = said();
    return timed(act, () => said() !== undefined && said() !== before);
  }

  async function search(words) {
    return timed(() => type(words), isSearched(words));
  }

  const words = () =>
    current()
      .querySelector(".said")
      .textContent.split(/[^\p{L}\d]+/u)
      .filter((word) => word.length > 2);

  window.measures = {
    async empty() {
      const times = [];
      for (let i = 0; i < 200; i++) {
        const start = performance.now();
        await window.__TAURI_INTERNALS__.invoke("failure");
        times.push(performance.now() - start);
      }
      return times;
    },

    async choosing() {
      const times = [];
      for (let i = 0; i < 60; i++) times.push(await choose(() => press(current(), "ArrowDown")));
      return times;
    },

    async choosingFar() {
      const times = [];
      const total = Number(current().getAttribute("aria-setsize"));
      for (let i = 1; i <= 40; i++) {
        const index = Math.floor((total - 20) * ((i * 0.618) % 1));
        await settled();
        // Not at the very edge, where a line may come and go.
        box().scrollTop = Math.max(0, index - 2) * height();
        await painted();
        await until(() => option(index)?.querySelector(".said"));
        times.push(await choose(() => option(index).click()));
      }
      return times;
    },

    async typing() {
      const times = [];
      for (let i = 0; i < 6; i++) {
        const asked = words()
          .slice(i, i + 3)
          .join(" ");
        for (let end = 1; end <= asked.length; end++) {
          if (asked[end - 1] !== " ") times.push(await search(asked.slice(0, end)));
        }
        await search("");
        box().scrollTop = 0;
        press(current(), "PageDown");
        await painted();
      }
      return times;
    },

    async remembered() {
      const times = [];
      for (let i = 0; i < 8; i++) {
        press(current(), "PageDown");
        await painted();
        const asked = `${words().toReversed().join(" ")} perhaps`;
        times.push(
          await timed(
            () => type(asked),
            () => document.querySelector(".hits .hit"),
          ),
        );
        await search("");
        await until(() => document.querySelector(".hits") === null);
      }
      return times;
    },

    async menus() {
      const times = [];
      for (let i = 0; i < 10; i++) {
        const [button] = document.querySelectorAll(".how button.pick");
        const isCounted = () => document.querySelector(".how [role=option] .count") !== null;
        times.push(await timed(() => button.click(), isCounted));
        button.click();
        await painted();
      }
      return times;
    },

    /** As fast as a wheel turns: eight rows a frame. */
    async scrolling() {
      let blank = 0;
      const frames = 400;
      const step = 8 * height();
      box().scrollTop = 0;
      await until(() => option(0)?.querySelector(".said"));
      for (let i = 0; i < frames; i++) {
        box().scrollTop += step;
        await painted();
        blank += isBlank() ? 1 : 0;
      }
      return { frames, blank, rows: frames * 8 };
    },

    async jumping() {
      const times = [];
      const far = box().scrollHeight - box().clientHeight;
      for (let i = 1; i <= 40; i++) {
        const to = far * ((i * 0.618) % 1);
        times.push(
          await timed(
            () => (box().scrollTop = to),
            () => !isBlank(),
          ),
        );
      }
      return times;
    },
  };

  /** Whether a part of the list shows no row, or a row without its words. */
  function isBlank() {
    const { top, bottom } = box().getBoundingClientRect();
    const seen = [...box().querySelectorAll("[role=option]")].filter((row) => {
      const at = row.getBoundingClientRect();
      return at.bottom > top && at.top < bottom;
    });
    const covered = seen.reduce((sum, row) => {
      const at = row.getBoundingClientRect();
      return sum + Math.min(at.bottom, bottom) - Math.max(at.top, top);
    }, 0);
    return covered < bottom - top - 1 || seen.some((row) => !row.querySelector(".said"));
  }
})();
