/** The few words of a log that this adapter says; the real log is handed in. */
export interface TelegramLog {
  error(details: object, message: string): void
  warn(details: object, message: string): void
  info(details: object, message: string): void
  debug(details: object, message: string): void
}
