/** The refusals of visits: a part of the catalogue. */
export const visitProblems = {
  elder_listed_already: { status: 409, title: '这位老人已经在名册上，请在名册里找一找。' },
} as const
