/** Longest address of an article, in its percent-encoded form: PostgreSQL indexes no value beyond some 2,700 bytes. */
export const longestUrl = 2_500
