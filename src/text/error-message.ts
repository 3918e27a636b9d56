/** Whatever was thrown → its words, for a log or a reason. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
