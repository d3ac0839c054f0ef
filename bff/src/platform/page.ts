/** Splits one row more than a page into the page and whether there is another. */
export function pageOf<Row>(rows: Row[], size: number): { page: Row[]; last: Row | undefined } {
  const page = rows.slice(0, size)
  return { page, last: rows.length > size ? page.at(-1) : undefined }
}
