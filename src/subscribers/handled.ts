/** A platform's update or event → whether it is met for the first time: platforms send some of them twice. */

/** What adapters need kept; implemented in store/. */
export interface Handled {
  /** True once for each key of a platform; every later call gives false. */
  first(platform: string, key: string, now: Date): Promise<boolean>
  /** Takes a key back whose handling failed before it had any effect. */
  forget(platform: string, key: string): Promise<void>
  /** Drops keys older than any platform would repeat; those of greetings stay: a chat is greeted once. */
  dropBefore(instant: Date): Promise<void>
}
