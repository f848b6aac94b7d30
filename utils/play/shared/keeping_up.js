// Work that takes longer than what asks for it: a pen is faster than a network.

/**
 * Return {ask, stop}. After ask() `work`, an async function, runs in the next frame; what
 * is asked for while it runs is done once after, however often. stop(): no more of it.
 */
export function keepingUp(work) {
  const state = { isBusy: false, isStale: false, frame: 0, isGone: false };

  async function run() {
    state.frame = 0;
    state.isBusy = true;
    try {
      while (state.isStale && !state.isGone) {
        state.isStale = false;
        await work();
      }
    } finally {
      state.isBusy = false;
    }
  }

  return {
    ask() {
      state.isStale = true;
      if (!state.isBusy && !state.frame && !state.isGone) state.frame = requestAnimationFrame(run);
    },
    stop() {
      state.isGone = true;
      cancelAnimationFrame(state.frame);
    },
  };
}
