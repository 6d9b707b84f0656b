let outbox: (() => void) | null = null;

/** Lets messages that were just committed go at once; the schedule of every minute would take them anyway. */
export function wakeOutbox(): void {
  outbox?.();
}

/** What waking does in this process; named when the bundle is loaded. */
export function wakeWith(work: (() => void) | null): void {
  outbox = work;
}
