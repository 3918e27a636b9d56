/** What the web page takes at once. */
export const limits = {
  /** UTF-16 units of a question; more is refused kindly. */
  question: 1_000,
  /** UTF-16 units of an address with its query. */
  address: 4_000,
  /** Bytes of what a form sends. */
  body: 32_000,
  /** Bytes of what a form of an admin sends: a list of sources may be pasted. */
  adminBody: 200_000,
  /** Questions of all readers of this process: so many at once, then so many a second. */
  questions: { burst: 20, perSecond: 1 },
  /** Pages that have to be composed, likewise. */
  pages: { burst: 80, perSecond: 20 },
  /** Pages of their own that readers make, likewise: one a minute. */
  personalPages: { burst: 5, perSecond: 1 / 60 },
  /** What came to a reader's own page, the newest first. */
  inboxShown: 20,
  /** Days after which a page of one's own that is neither visited nor read as a feed is deleted, and one that subscribes to nothing. */
  unusedDays: 60,
  emptyDays: 1,
  /** Wrong passwords, likewise: one in 12 seconds. */
  logins: { burst: 5, perSecond: 1 / 12 },
  /** Conversations of readers that are remembered at once; the oldest goes first. */
  conversations: 2_000,
  /** Days back in the list of digests. */
  daysListed: 90,
  /** Newest stories on a topic's page and in its feed. */
  storiesOfTopic: 20,
  sentencesOfStory: 3,
  /** Seconds for which a browser may show a page without asking again. */
  freshSeconds: 60,
  /** Seconds for which a feed reader may. */
  feedFreshSeconds: 300,
} as const
