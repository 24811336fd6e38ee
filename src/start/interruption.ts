/** Aborts at the first signal to stop; the second ends the process at once. */
export function interruption(): AbortSignal {
  const interrupted = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.on(name, () => {
      // Not process.exit: threads of the model would abort it half-way.
      if (interrupted.signal.aborted) process.kill(process.pid, 'SIGKILL');
      interrupted.abort();
    });
  }
  return interrupted.signal;
}

/** Resolves when `signal` aborts, at once when it already has. */
export function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener(
      'abort',
      () => {
        resolve();
      },
      { once: true },
    );
  });
}
